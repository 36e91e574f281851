package decompgen.language.extract;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Sentence;
import decompgen.language.parse.Parser;
import decompgen.language.parse.Tree;
import decompgen.language.parse.Word;
import java.util.List;

/** Finds the claims of one sentence. Safe for use by several threads at once. */
public final class Extraction {
  private final Parser parser;

  public Extraction(Parser parser) {
    this.parser = parser;
  }

  /** The claims, ids from 0, spans in code points of the response. */
  public List<Claim> claims(Sentence sentence, List<Claim> before) {
    String text = Parameters.blanked(sentence.text());
    var quotations = Quotations.in(text);
    List<Word> words =
        Quotations.words(text, quotations).stream().filter(Extraction::spoken).toList();
    if (words.isEmpty()) return List.of();
    List<Word> read = Renditions.without(Titles.lowered(words));
    Tree tree = tree(Notes.finite(Merged.words(read)));
    if (!English.likely(tree)) return List.of();
    Scene scene = new Scene(tree, before);
    Drafts drafts = new Drafts();
    find(scene, text, drafts);
    return drafts.claims(new Places(sentence));
  }

  private Tree tree(List<Word> words) {
    Tree tree = Keywords.parse(parser, words);
    return new Disagreements(tree)
        .settled(words)
        .map(settled -> Keywords.parse(parser, settled))
        .orElse(tree);
  }

  private static void find(Scene scene, String text, Drafts drafts) {
    scene.mentions().forEach(drafts::object);
    new Counts(scene, drafts).find();
    new Qualities(scene, drafts).find();
    Actions actions = new Actions(scene, drafts);
    actions.find();
    new Positions(scene, drafts, actions).find();
    new Tones(scene, drafts).find();
    Quotations.find(scene, text, drafts);
  }

  /** Marks of lists, tables and emphasis are not words. */
  private static boolean spoken(Word word) {
    return !word.form().matches("[*_#|>~`•‣▪●○®™©]+");
  }
}
