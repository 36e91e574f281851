package decompgen.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.claim.Basis;
import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Decomposition;
import decompgen.domain.claim.Polarity;
import decompgen.domain.claim.Sentence;
import decompgen.domain.claim.Span;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class DecompositionPrinterTest {
  private final StringWriter out = new StringWriter();

  @Test
  void print_onATerminal_wordsOfClaimsAreMarked() {
    print("I see 🐶 a dog.", 20, dog("a dog", new Span(28, 33)), 4);

    // the sentence begins at 20 and "a dog" 8 code points later
    assertThat(out.toString()).contains("I see 🐶 \u001B[0;36ma dog\u001B[0m.");
  }

  @Test
  void print_textFromOutside_neitherMarkupNorControl() {
    print("a dog \u001B[2J", 0, dog("@|red dog|@ \u001B[2J", new Span(0, 5)), 4);

    assertThat(out.toString()).contains("@ |red dog| @").doesNotContain("\u001B[2J");
  }

  @Test
  void print_moreClaimsThanTheLimit_saysHowMany() {
    var decomposition = new Decomposition(1);
    decomposition.add(List.of(dog("a dog", new Span(0, 5))));
    var cat =
        new Claim.ObjectClaim(
            new Basis(0, "a cat", Polarity.POSITIVE, List.of(new Span(0, 5)), List.of()), "cat");
    printer().print(sentence("a cat", 0), decomposition.add(List.of(cat)), decomposition.claims());

    assertThat(out.toString()).contains("1 claims beyond the limit left out");
  }

  private void print(String text, int start, Claim claim, int most) {
    var decomposition = new Decomposition(most);
    var added = decomposition.add(List.of(claim));
    printer().print(sentence(text, start), added, decomposition.claims());
  }

  private DecompositionPrinter printer() {
    return new DecompositionPrinter(new PrintWriter(out, true), Ansi.ON);
  }

  private static Sentence sentence(String text, int start) {
    int end = start + text.codePointCount(0, text.length());
    return new Sentence(0, new Span(start, end), text);
  }

  private static Claim dog(String text, Span span) {
    return new Claim.ObjectClaim(
        new Basis(0, text, Polarity.POSITIVE, List.of(span), List.of()), "dog");
  }
}
