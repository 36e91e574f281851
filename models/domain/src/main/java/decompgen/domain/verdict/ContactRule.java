package decompgen.domain.verdict;

import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.RelationClaim;
import decompgen.domain.claim.Vocabulary;
import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import java.util.List;
import java.util.Set;

/**
 * Whether things that must touch are apart: who holds, rides, wears or sits on something is where
 * it is. When both are surely there and all pairs of boxes are far from each other the claim is
 * contradicted, of kinds too; that they touch supports nothing, for so does much else.
 */
record ContactRule(
    Vocabulary vocabulary,
    Thresholds.Presence presence,
    Thresholds.Placing placing,
    Selection selection)
    implements Rule {
  ContactRule(Vocabulary vocabulary, Thresholds.Presence presence, Thresholds.Placing placing) {
    this(vocabulary, presence, placing, Selection.ALL);
  }

  private static final Set<String> CONTACTS =
      Set.of(
          "hold",
          "carry",
          "ride",
          "ride on",
          "wear",
          "sit on",
          "sit in",
          "sit at",
          "stand on",
          "lie on",
          "lie in",
          "lay on",
          "lean on",
          "lean against",
          "eat",
          "drink",
          "hug",
          "pet",
          "hold onto",
          "sleep on",
          "rest on",
          "perch on",
          "push",
          "touch");

  @Override
  public String judge() {
    return "geometry";
  }

  @Override
  public String expert() {
    return "detector";
  }

  @Override
  public boolean judgesOpenly() {
    return true;
  }

  @Override
  public Rule about(Selection some) {
    return new ContactRule(vocabulary, presence, placing, some);
  }

  @Override
  public boolean judges(Claim claim) {
    return claim instanceof RelationClaim relation && CONTACTS.contains(relation.predicate());
  }

  @Override
  public Ruling rule(Claim claim, Boxes located, List<Evidence> answers) {
    RelationClaim relation = (RelationClaim) claim;
    Sightings subjects =
        Sightings.of(relation.subject(), vocabulary, located, presence).chosen(selection, 0);
    Sightings objects =
        Sightings.of(relation.object(), vocabulary, located, presence).chosen(selection, 1);
    Verdict verdict = apart(subjects, objects) ? CONTRADICTED : UNANSWERABLE;
    return placing.confidence().ruling(verdict, Sightings.both(subjects, objects));
  }

  private boolean apart(Sightings subjects, Sightings objects) {
    return subjects.sure()
        && objects.sure()
        && subjects.possible().stream()
            .allMatch(one -> objects.possible().stream().allMatch(other -> apart(one, other)));
  }

  private boolean apart(Detection one, Detection other) {
    return one.box().gap(other.box()) >= placing.touch();
  }
}
