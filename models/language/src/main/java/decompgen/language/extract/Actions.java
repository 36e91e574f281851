package decompgen.language.extract;

import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.claim.Claim.RelationClaim;
import decompgen.language.parse.Token;
import decompgen.language.parse.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds who does what with what: "a man wearing a hat", "pizza eaten by a girl", "it sleeps". */
final class Actions {
  private static final Set<String> KEPT_PASSIVE =
      Set.of("surround", "cover", "accompany", "decorate", "illuminate", "line", "fill", "adorn");

  private final Scene scene;
  private final Drafts drafts;

  Actions(Scene scene, Drafts drafts) {
    this.scene = scene;
    this.drafts = drafts;
  }

  void find() {
    for (Token token : tree().tokens())
      if (token.verb() && !token.label().startsWith("aux") && !premodifies(token)) verb(token);
  }

  private Tree tree() {
    return scene.tree();
  }

  private boolean premodifies(Token verb) {
    return Set.of("nmod", "amod", "compound", "case", "prep").contains(verb.label());
  }

  private void verb(Token verb) {
    List<Token> denials = scene.denials(verb);
    List<Thing> objects = scene.objects(verb);
    boolean lacks =
        !denials.isEmpty() || objects.stream().anyMatch(object -> !object.denials().isEmpty());
    boolean having = verb.lemma().equals("have") && lacks;
    List<Thing> subjects = scene.subjects(verb);
    List<Token> directions = directions(verb);
    boolean described = tree().dependents(verb, "acomp").stream().anyMatch(Token::adjective);
    if (verb.lemma().equals("be") && !directions.isEmpty() && !described)
      state(directions, directions, subjects, denials);
    if (verb.lemma().equals("be") || Words.in("light", verb.lemma()) && !having) return;
    Optional<Token> agent = tree().dependent(verb, "agent");
    if (agent.isPresent()) passive(verb, agent.get(), subjects, denials);
    else if (!objects.isEmpty()) {
      if (!subjects.equals(objects)) relate(subjects, verb, List.of(), objects, denials);
    } else state(verb, subjects, denials);
  }

  private void passive(Token verb, Token by, List<Thing> patients, List<Token> denials) {
    List<Thing> agents = tree().dependent(by, "pobj").map(scene::named).orElse(List.of());
    boolean placed = Words.in("stance", verb.lemma()) && agents.stream().noneMatch(Thing::living);
    if (placed || KEPT_PASSIVE.contains(verb.lemma())) keep(patients, verb, by, agents, denials);
    else relate(agents, verb, List.of(), patients, denials);
  }

  private void keep(
      List<Thing> subjects, Token verb, Token by, List<Thing> objects, List<Token> denials) {
    for (Thing subject : subjects)
      for (Thing object : objects)
        add(subject, verb.lower() + " " + by.lower(), List.of(verb, by), object, denials);
  }

  private void relate(
      List<Thing> subjects,
      Token verb,
      List<Token> more,
      List<Thing> objects,
      List<Token> denials) {
    List<Token> words = new ArrayList<>(List.of(verb));
    words.addAll(tree().dependents(verb, "prt"));
    tree().after(verb).filter(word -> along(word, words)).ifPresent(words::add);
    words.addAll(more);
    var predicate = new StringBuilder(verb.lemma());
    for (Token word : words.subList(1, words.size())) predicate.append(' ').append(word.lower());
    for (Thing subject : subjects)
      for (Thing object : objects) add(subject, predicate.toString(), words, object, denials);
  }

  /** "Down" in "driving down a street", when it was not taken for a preposition. */
  private static boolean along(Token word, List<Token> words) {
    boolean adverb = word.label().equals("advmod") && !words.contains(word);
    return adverb && Words.in("motion", word.lower());
  }

  /** The same rule for a verb with its preposition: "sit on". */
  void relate(
      Thing subject, Token verb, List<Token> preposition, Thing object, List<Token> denials) {
    relate(List.of(subject), verb, preposition, List.of(object), denials);
  }

  private void add(
      Thing subject, String predicate, List<Token> verb, Thing object, List<Token> denials) {
    if (object.read() && Words.in("reading", verb.getFirst().lemma())) return;
    if (subject.noun().equals(object.noun()) && subject.head().equals(object.head())) return;
    List<Token> words = new ArrayList<>(subject.words());
    words.addAll(verb);
    words.addAll(object.words());
    drafts.add(
        basis -> new RelationClaim(basis, subject.noun(), predicate, object.noun()),
        words,
        denials,
        subject,
        object);
  }

  /** "The cat is sleeping", "a parked car": what goes on with one thing alone. */
  private void state(Token verb, List<Thing> subjects, List<Token> denials) {
    boolean participle = verb.tag().equals("VBG") || verb.tag().equals("VBN");
    boolean complement = complemented(verb);
    List<Token> directions = directions(verb);
    boolean busy = verb.lemma().matches("read|write") && subjects.stream().allMatch(Thing::living);
    boolean stateless = Words.in("stateless", verb.lemma()) && !busy;
    if (complement || stateless && directions.isEmpty()) return;
    if (!denials.isEmpty() && tree().dependent(verb, "prep").isPresent()) return;
    if (!participle && tree().dependent(verb, "nsubj").isEmpty()) return;
    boolean placed = tree().dependent(verb, "prep").isPresent();
    List<Token> words = new ArrayList<>(List.of(verb));
    words.addAll(directions);
    List<Thing> whole =
        subjects.stream().filter(subject -> !placed || subject.denials().isEmpty()).toList();
    state(words, directions, whole, denials);
  }

  /** A clause before the verb is one more sentence: "the dog is running, the cat is asleep". */
  private boolean complemented(Token verb) {
    return tree().dependents(verb, "acomp", "attr", "oprd", "xcomp", "ccomp", "dobj").stream()
        .filter(word -> !turned(word))
        .anyMatch(word -> word.index() > verb.index() || word.label().equals("dobj"));
  }

  /** The "left" of "turned left". */
  private boolean turned(Token word) {
    return word.label().equals("oprd")
        && word.lower().matches("left|right|straight|sideways")
        && tree().head(word).filter(verb -> Words.in("turning", verb.lemma())).isPresent();
  }

  /** "Forward" in "leaning forward", "down" in "the arms are down". */
  private List<Token> directions(Token verb) {
    return tree().dependents(verb, "prt", "advmod", "acomp", "oprd").stream()
        .filter(word -> Words.in("direction", word.lower()))
        .filter(word -> !word.adjective() || turned(word))
        .filter(word -> word.index() > verb.index() && !tree().before(word).orElseThrow().noun())
        .toList();
  }

  private void state(
      List<Token> words, List<Token> directions, List<Thing> subjects, List<Token> denials) {
    var state = new StringBuilder(words.equals(directions) ? "" : progressive(words.getFirst()));
    for (Token direction : directions) state.append(' ').append(direction.lower());
    for (Thing subject : subjects) {
      List<Token> said = new ArrayList<>(words);
      said.addAll(subject.words());
      drafts.add(
          basis -> new AttributeClaim(basis, state.toString().strip(), subject.noun()),
          said,
          denials,
          subject);
    }
  }

  /** The form as a state: "sleeping", "parked"; finite forms fall back to the lemma. */
  private static String progressive(Token verb) {
    return verb.tag().equals("VBG") || verb.tag().equals("VBN") ? verb.lower() : verb.lemma();
  }
}
