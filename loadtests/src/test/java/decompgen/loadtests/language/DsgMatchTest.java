package decompgen.loadtests.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import decompgen.loadtests.language.DsgFact.Attribute;
import decompgen.loadtests.language.DsgFact.Count;
import decompgen.loadtests.language.DsgFact.Kind;
import decompgen.loadtests.language.DsgFact.Relation;
import decompgen.loadtests.language.DsgFact.Text;
import decompgen.loadtests.language.DsgFact.Thing;
import decompgen.loadtests.language.DsgMatch.Pair;
import decompgen.loadtests.language.DsgPrompt.Half;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DsgMatchTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A sample of every kind of tuple and of claim. */
  private static final List<DsgMatch> SAMPLE =
      List.of(
          match(
              """
              {"id": "a", "text": "Two red cups stand on a table.", "tuples": [
                {"tuple": "entity - whole (cups)"}, {"tuple": "entity - whole (table)"},
                {"tuple": "other - count (cups, ==2)"}, {"tuple": "attribute - color (cups, bright red)"},
                {"tuple": "relation - spatial (cups, table, on)"}, {"tuple": "relation - action (cups, stand)"},
                {"tuple": "attribute - style (photo, dark)"}, {"tuple": "global - style (photo)"}]}
              """,
              """
              [{"aspect": "object", "noun": "cups"}, {"aspect": "object", "noun": "a cup"},
               {"aspect": "object", "noun": "floor"}, {"aspect": "count", "noun": "cup", "number": 3},
               {"aspect": "attribute", "noun": "cup", "attribute": "red"},
               {"aspect": "spatial", "subject": "cup", "predicate": "near", "object": "table"}]
              """),
          match(
              """
              {"id": "b", "text": "A sign says 'No Entry'.", "tuples": [
                {"tuple": "entity - whole (sign)"}, {"tuple": "other - text rendering (sign, 'No Entry')"}]}
              """,
              """
              [{"aspect": "object", "noun": "sign"}, {"aspect": "text", "text": "no entry!"},
               {"aspect": "scale", "noun": "sign", "quality": "large", "than": null},
               {"aspect": "spatial", "subject": "sign", "predicate": "left", "object": null}]
              """));

  @Test
  void sample_figures_workedByHand() {
    // Objects: 3 (cup, table, sign), claimed 3 (cup once, floor, sign), same cup and sign.
    assertThat(figures(Kind.object)).isEqualTo(new DsgFigures(3, 3, 2));
    // Counts: 2 is not 3.
    assertThat(figures(Kind.count)).isEqualTo(new DsgFigures(1, 1, 0));
    // Attributes: red and stand; claimed red, large, left; "bright red" shares red.
    assertThat(figures(Kind.attribute)).isEqualTo(new DsgFigures(2, 3, 1));
    // Relations: cup and table, whatever lies between.
    assertThat(figures(Kind.relation)).isEqualTo(new DsgFigures(1, 1, 1));
    assertThat(figures(Kind.text)).isEqualTo(new DsgFigures(1, 1, 1));
    // All: 8 facts, 9 claimed, 5 the same; F1 = 10/17.
    DsgFigures all = DsgFigures.of(SAMPLE);
    assertThat(all).isEqualTo(new DsgFigures(8, 9, 5));
    assertThat(all.precision()).isCloseTo(5 / 9.0, within(1e-12));
    assertThat(all.recall()).isCloseTo(5 / 8.0, within(1e-12));
    assertThat(all.f1()).isCloseTo(10 / 17.0, within(1e-12));
  }

  @Test
  void sample_relationOfAnotherPredicate_isFoundButNotTheSame() {
    // "On" is dropped as a small word, so that nothing is shared with "near".
    assertThat(SAMPLE.getFirst().pairs())
        .filteredOn(pair -> pair.fact() instanceof Relation)
        .hasSize(1)
        .noneMatch(Pair::samePredicate);
  }

  @Test
  void of_oneClaimForTwoFacts_countsForOne() {
    DsgFact red = new Attribute("cup", Set.of("red"));
    DsgFact shiny = new Attribute("cup", Set.of("shiny"));
    DsgPrompt prompt = new DsgPrompt("a", "A cup.", List.of(red, shiny));
    DsgMatch match = DsgMatch.of(prompt, List.of(new Attribute("cup", Set.of("red", "shiny"))));
    assertThat(match.pairs()).hasSize(1);
    assertThat(match.missed()).containsExactly(shiny);
    assertThat(match.extra()).isEmpty();
  }

  @Test
  void figures_ofNothing_areZero() {
    DsgFigures none = DsgFigures.of(List.of());
    assertThat(List.of(none.precision(), none.recall(), none.f1())).containsOnly(0.0);
  }

  @Test
  void matches_otherKind_never() {
    List<DsgFact> facts =
        List.of(
            new Thing("a"),
            new Count("a", 1),
            new Attribute("a", Set.of("a")),
            new Relation("a", "a", Set.of("a")),
            new Text("a"));
    for (DsgFact fact : facts) assertThat(facts).filteredOn(fact::matches).containsExactly(fact);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no tuple",
        "global - style (dark)",
        "attribute - style (photo, dark)",
        "attribute - color (red)",
        "other - count (cups, many)",
        "relation - temporal (man, dog, before)",
        "relation - spatial (cup, table, on, left)"
      })
  void fact_whatClaimsDoNotTellOf_none(String tuple) {
    assertThat(DsgTuples.fact(tuple)).isEmpty();
  }

  @Test
  void half_evenHash_isTunedOn() {
    // SHA-256("a") ends in bb, SHA-256("abc") in ad, SHA-256("hello") in 24.
    assertThat(new DsgPrompt("a", "", List.of()).half()).isEqualTo(Half.other);
    assertThat(new DsgPrompt("abc", "", List.of()).half()).isEqualTo(Half.other);
    assertThat(new DsgPrompt("hello", "", List.of()).half()).isEqualTo(Half.tuned);
  }

  @Test
  void page_markupInAPrompt_isEscaped() {
    DsgPrompt prompt = new DsgPrompt("a", "A <b>cup</b>.", List.of(new Count("cup", 2)));
    assertThat(DsgPage.html(List.of(DsgMatch.of(prompt, List.of()))))
        .contains("A &lt;b&gt;cup&lt;/b&gt;.", "count: 2 cup");
  }

  private static DsgFigures figures(Kind kind) {
    return DsgFigures.of(kind, SAMPLE);
  }

  private static DsgMatch match(String prompt, String claims) {
    return DsgMatch.of(
        DsgPrompt.of(json(prompt)),
        StreamSupport.stream(json(claims).spliterator(), false).map(DsgClaims::fact).toList());
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
