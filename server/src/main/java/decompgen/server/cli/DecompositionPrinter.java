package decompgen.server.cli;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.claim.Claim.CountClaim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Claim.RelationClaim;
import decompgen.domain.claim.Claim.ScaleClaim;
import decompgen.domain.claim.Claim.SpatialClaim;
import decompgen.domain.claim.Claim.TextClaim;
import decompgen.domain.claim.Decomposition;
import decompgen.domain.claim.Polarity;
import decompgen.domain.claim.Sentence;
import decompgen.domain.claim.Span;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** Prints sentences for people: the words of claims marked, then one line a claim. */
final class DecompositionPrinter {
  private static final int WIDTH = 34;

  private final PrintWriter out;
  private final Ansi ansi;

  DecompositionPrinter(PrintWriter out, Ansi ansi) {
    this.out = out;
    this.ansi = ansi;
  }

  /**
   * @param added what the sentence added to the claims
   * @param claims all claims so far, by number
   */
  void print(Sentence sentence, Decomposition.Added added, List<Claim> claims) {
    out.println(new MarkedText(ansi).of(sentence, spans(added)));
    added.claims().forEach(this::claim);
    for (var mention : added.mentions()) again(claims.get(mention.claim()));
    if (added.claims().isEmpty() && added.mentions().isEmpty()) line("  @|faint no claims|@");
    if (added.omitted() > 0)
      line("  @|faint %d claims beyond the limit left out|@".formatted(added.omitted()));
    out.println();
  }

  private static List<Span> spans(Decomposition.Added added) {
    return Stream.concat(
            added.claims().stream().flatMap(claim -> claim.basis().spans().stream()),
            added.mentions().stream().flatMap(mention -> mention.spans().stream()))
        .toList();
  }

  private void claim(Claim claim) {
    String said = ScorePrinter.shortened(claim.basis().text(), WIDTH);
    line(
        "%s %-34s  %s%s"
            .formatted(
                start(claim),
                ScorePrinter.safe(said),
                ScorePrinter.safe(arguments(claim)),
                requires(claim)));
  }

  private void again(Claim claim) {
    line("%s @|faint said again|@".formatted(start(claim)));
  }

  private static String start(Claim claim) {
    String polarity = "%-8s".formatted(claim.basis().polarity().word());
    if (claim.basis().polarity() == Polarity.NEGATIVE) polarity = "@|red " + polarity + "|@";
    return "%3d @|cyan %-9s|@ %s".formatted(claim.id(), claim.aspect().word(), polarity);
  }

  private static String arguments(Claim claim) {
    return switch (claim) {
      case ObjectClaim(_, var noun) -> noun;
      case CountClaim(_, var noun, int number) -> listed(noun, Integer.toString(number));
      case AttributeClaim(_, var attribute, var noun) -> listed(noun, attribute);
      case RelationClaim(_, var subject, var predicate, var object) ->
          listed(subject, predicate, object);
      case SpatialClaim(_, var subject, var predicate, var object) ->
          listed(subject, predicate, object);
      case ScaleClaim(_, var noun, var quality, var than) -> listed(noun, quality, than);
      case TextClaim(_, var quote) -> "“" + quote + "”";
    };
  }

  private static String listed(@Nullable String... arguments) {
    return Stream.of(arguments).filter(word -> word != null).collect(Collectors.joining(" | "));
  }

  private static String requires(Claim claim) {
    if (claim.requires().isEmpty()) return "";
    return claim.requires().stream()
        .map(String::valueOf)
        .collect(Collectors.joining(", ", "  @|faint requires ", "|@"));
  }

  private void line(String markup) {
    out.println(ansi.string(markup));
  }
}
