package decompgen.language.vocabulary;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Singular forms that a noun may have. */
final class Plural {
  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("men", "man"),
          Map.entry("women", "woman"),
          Map.entry("children", "child"),
          Map.entry("mice", "mouse"),
          Map.entry("geese", "goose"),
          Map.entry("oxen", "ox"),
          Map.entry("knives", "knife"),
          Map.entry("calves", "calf"),
          Map.entry("wolves", "wolf"),
          Map.entry("leaves", "leaf"),
          Map.entry("loaves", "loaf"),
          Map.entry("shelves", "shelf"),
          Map.entry("policemen", "policeman"),
          Map.entry("firemen", "fireman"),
          Map.entry("fishermen", "fisherman"));

  private static final Pattern SIBILANT = Pattern.compile(".*(?:s|x|z|ch|sh|o)es");

  private Plural() {}

  /** The noun itself, then what it may be the plural of. */
  static Set<String> forms(String noun) {
    Set<String> forms = new LinkedHashSet<>(Set.of(noun));
    int blank = noun.lastIndexOf(' ') + 1;
    String before = noun.substring(0, blank);
    String last = noun.substring(blank);
    String irregular = IRREGULAR.get(last);
    if (irregular != null) forms.add(before + irregular);
    if (last.endsWith("ies") && last.length() > 4)
      forms.add(before + last.substring(0, last.length() - 3) + "y");
    if (SIBILANT.matcher(last).matches()) forms.add(before + last.substring(0, last.length() - 2));
    if (last.endsWith("s") && !last.endsWith("ss") && last.length() > 3)
      forms.add(before + last.substring(0, last.length() - 1));
    return forms;
  }
}
