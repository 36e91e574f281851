package decompgen.language.extract;

import decompgen.domain.claim.Claim;
import decompgen.language.extract.Thing.Presence;
import decompgen.language.parse.Token;
import decompgen.language.parse.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A parsed sentence with the things it speaks of, and who does what in it. */
final class Scene {
  private static final int DEEPEST = 12;

  private final Tree tree;
  private final Things things;
  private final Antecedents antecedents;
  private final List<Claim> before;

  Scene(Tree tree, List<Claim> before) {
    this.tree = tree;
    this.before = before;
    things = new Things(tree);
    antecedents = new Antecedents(tree, things, before);
  }

  Tree tree() {
    return tree;
  }

  /** What the sentences before claim. */
  List<Claim> before() {
    return before;
  }

  /** The things that nouns mention, in order. */
  List<Thing> mentions() {
    return things.mentions();
  }

  /** The thing that a noun mentions itself, if it does. */
  Optional<Thing> mention(Token token) {
    return things.at(token);
  }

  /**
   * What a noun phrase stands for: its thing, what it is a group of, its antecedent; and what it is
   * joined with.
   */
  List<Thing> named(Token token) {
    List<Thing> named = new ArrayList<>();
    for (Token each : Conjuncts.of(tree, token)) named.addAll(alone(each));
    return named;
  }

  private List<Thing> alone(Token token) {
    Optional<Thing> thing = things.at(token);
    if (thing.isPresent()) return List.of(thing.get());
    if (QuotedWords.stands(token)) return List.of(quoted(token));
    if (token.tag().equals("PRP")) return antecedents.of(token).map(List::of).orElse(List.of());
    if (relative(token)) return relativeAntecedent(token);
    Optional<Token> members = things.members(token);
    return members.map(this::named).orElse(List.of());
  }

  /** A quotation is what the noun before it calls it: "the word 'hello'". */
  private Thing quoted(Token quotation) {
    return tree.before(quotation)
        .flatMap(things::at)
        .filter(Thing::read)
        .orElseGet(() -> new Thing(quotation, List.of(quotation), "text", Presence.READ));
  }

  private static boolean relative(Token token) {
    return token.tag().equals("WDT") || token.tag().equals("WP");
  }

  private List<Thing> relativeAntecedent(Token token) {
    Token at = token;
    for (int i = 0; i < DEEPEST && tree.head(at).isPresent(); i++) {
      if (at.label().equals("relcl"))
        return QuotedWords.stands(tree.head(at).get()) ? List.of() : named(tree.head(at).get());
      at = tree.head(at).get();
    }
    return List.of();
  }

  /** The things that do what the verb says, or of which the predicate speaks. */
  List<Thing> subjects(Token predicate) {
    return subjects(predicate, 0);
  }

  private List<Thing> subjects(Token predicate, int depth) {
    if (depth > DEEPEST) return List.of();
    if (posing(predicate))
      return List.of(new Thing(predicate, List.of(predicate), "person", Presence.GIVEN));
    if (tree.dependent(predicate, "expl").isPresent())
      return tree.dependent(predicate, "attr", "nsubj", "dobj").map(this::named).orElse(List.of());
    Optional<Token> subject =
        part(predicate).or(() -> own(predicate)).or(() -> inverted(predicate));
    if (subject.isPresent()) {
      List<Thing> named = named(subject.get());
      return named.isEmpty() ? objects(predicate) : named;
    }
    return companion(predicate)
        .map(noun -> before(predicate, named(noun)))
        .orElseGet(() -> inherited(predicate, depth));
  }

  /** "With legs crossed and hands on the knees": the hands are not crossed. */
  private static List<Thing> before(Token predicate, List<Thing> things) {
    List<Thing> before =
        things.stream().filter(thing -> thing.head().index() < predicate.index()).toList();
    return before.isEmpty() ? things : before;
  }

  /** "Standing on the left leg", which only somebody can. */
  private boolean posing(Token predicate) {
    return predicate.index() == 0
        && predicate.tag().matches("VBG|VBN")
        && (Words.in("bodily", predicate.lemma()) || Words.in("turning", predicate.lemma()))
        && tree.dependent(predicate, "nsubj", "nsubjpass", "dobj").isEmpty()
        && things.mentions().stream().anyMatch(thing -> Words.in("paired", thing.kind()))
        && things.mentions().stream().noneMatch(Thing::living);
  }

  /** Its subject: the arms of "a person with their arms crossed", where the parser gives it two. */
  private Optional<Token> own(Token predicate) {
    List<Token> all = new ArrayList<>(tree.dependents(predicate, "nsubj", "nsubjpass"));
    if (predicate.tag().equals("VBG")) all.addAll(tree.dependents(predicate, "compound"));
    return all.stream()
        .filter(subject -> tree.dependent(subject, "poss").isPresent())
        .reduce((_, last) -> last)
        .or(() -> all.stream().findFirst());
  }

  /** The eyes of "a cat with its eyes closed", when the parser makes the cat closed. */
  private Optional<Token> part(Token predicate) {
    boolean bare =
        (predicate.tag().equals("VBN") || predicate.adjective())
            && tree.dependent(predicate, "aux", "auxpass").isEmpty();
    return bare
        ? companion(predicate).filter(noun -> tree.dependent(noun, "poss").isPresent())
        : Optional.empty();
  }

  /**
   * The dog of "with a dog lying beside them", the head of "with its head turned", wherever the
   * parser hangs the participle.
   */
  private Optional<Token> companion(Token predicate) {
    return tree.before(predicate)
        .filter(word -> word.label().equals("pobj"))
        .filter(
            word ->
                predicate.tag().matches("VBN|VBD|JJ")
                    || predicate.tag().equals("VBG") && living(word))
        .filter(word -> tree.head(word).map(prep -> prep.lower().equals("with")).orElse(false));
  }

  /** "Beside the zebra is a tree". */
  private Optional<Token> inverted(Token predicate) {
    boolean placed =
        predicate.lemma().equals("be") && tree.dependent(predicate, "prep").isPresent();
    return placed
        ? tree.dependent(predicate, "attr").filter(attr -> attr.index() > predicate.index())
        : Optional.empty();
  }

  private List<Thing> inherited(Token predicate, int depth) {
    Optional<Token> head = tree.head(predicate);
    if (head.isEmpty()) return List.of();
    if (anew(predicate, head.get())) return last(head.get(), predicate);
    return switch (predicate.label()) {
      case "acl" -> before(predicate, named(wearer(head.get(), predicate)));
      case "relcl" -> named(head.get());
      case "conj", "xcomp", "advcl", "pcomp", "ccomp", "acomp", "oprd", "dep", "prep", "advmod" ->
          head.get().noun()
              ? named(wearer(head.get(), predicate))
              : subjects(head.get(), depth + 1);
      default -> List.of();
    };
  }

  /** The background of "there is a wall and the background is dark". */
  private List<Thing> last(Token there, Token predicate) {
    return tree.dependents(there, "attr").stream()
        .flatMap(noun -> Conjuncts.of(tree, noun).stream().skip(1))
        .filter(noun -> noun.index() < predicate.index())
        .reduce((_, later) -> later)
        .map(this::alone)
        .orElse(List.of());
  }

  /** "There is a wall and the background is dark": the wall is not dark. */
  private boolean anew(Token predicate, Token head) {
    return predicate.label().equals("conj")
        && predicate.lemma().equals("be")
        && tree.dependent(head, "expl").isPresent();
  }

  /**
   * "A boy in a blue shirt kicking a ball", "a man holding a bag walking by": the boy kicks and the
   * man walks, wherever the parser hangs the deed.
   */
  private Token wearer(Token noun, Token verb) {
    boolean bodily = Words.in("bodily", verb.lemma());
    boolean deed = verb.tag().equals("VBG") && (bodily || tree.dependent(verb, "dobj").isPresent());
    Token first = Conjuncts.first(tree, noun);
    if (!deed || living(noun)) return noun;
    if (bodily && first.label().equals("dobj"))
      return tree.head(first)
          .filter(has -> has.lemma().matches("wear|hold|carry"))
          .flatMap(
              has -> tree.head(has).filter(Scene::living).or(() -> tree.dependent(has, "nsubj")))
          .orElse(noun);
    if (!first.label().equals("pobj")) return noun;
    return tree.head(first)
        .filter(prep -> Set.of("in", "on", "at").contains(prep.lower()))
        .flatMap(tree::head)
        .flatMap(owner -> owner.verb() ? tree.dependent(owner, "dobj", "attr") : Optional.of(owner))
        .filter(Scene::living)
        .orElse(noun);
  }

  private static boolean living(Token noun) {
    return Words.in("person", noun.lemma()) || Words.in("animal", noun.lemma());
  }

  /** The things that the verb acts on. */
  List<Thing> objects(Token verb) {
    List<Thing> objects = new ArrayList<>();
    for (Token object : tree.dependents(verb, "dobj")) objects.addAll(named(object));
    return objects;
  }

  /** "Does" belongs to "n't". */
  private List<Token> whole(List<Token> denials) {
    List<Token> whole = new ArrayList<>(denials);
    for (Token denial : denials)
      tree.before(denial).filter(word -> word.end() == denial.start()).ifPresent(whole::add);
    return whole;
  }

  /** The words that deny the predicate or what governs it; none when it is not denied. */
  List<Token> denials(Token predicate) {
    Token at = predicate;
    for (int i = 0; i < DEEPEST; i++) {
      List<Token> denials = whole(things.denials(at));
      boolean governed = List.of("xcomp", "acomp", "oprd").contains(at.label());
      if (!denials.isEmpty() || !governed || tree.head(at).isEmpty()) return denials;
      at = tree.head(at).get();
    }
    return List.of();
  }
}
