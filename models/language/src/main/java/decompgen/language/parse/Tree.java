package decompgen.language.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A parsed sentence: its tokens in order and what depends on what. */
public final class Tree {
  private final List<Token> tokens;
  private final List<List<Token>> dependents;

  Tree(List<Token> tokens) {
    this.tokens = List.copyOf(tokens);
    dependents = new ArrayList<>();
    tokens.forEach(_ -> dependents.add(new ArrayList<>()));
    for (Token token : tokens) if (token.head() >= 0) dependents.get(token.head()).add(token);
  }

  /** The trees one after the other, each with a root of its own. */
  public static Tree joined(List<Tree> parts) {
    List<Token> tokens = new ArrayList<>();
    for (Tree part : parts) {
      int before = tokens.size();
      part.tokens.forEach(token -> tokens.add(token.shifted(before)));
    }
    return new Tree(tokens);
  }

  public List<Token> tokens() {
    return tokens;
  }

  public Token token(int index) {
    return tokens.get(index);
  }

  /** What it depends on; empty for the root. */
  public Optional<Token> head(Token token) {
    return token.head() < 0 ? Optional.empty() : Optional.of(tokens.get(token.head()));
  }

  /** The words that depend on it, in order. */
  public List<Token> dependents(Token token) {
    return dependents.get(token.index());
  }

  public List<Token> dependents(Token token, String... labels) {
    Set<String> wanted = Set.of(labels);
    return dependents(token).stream().filter(child -> wanted.contains(child.label())).toList();
  }

  /** The first dependent with one of the labels. */
  public Optional<Token> dependent(Token token, String... labels) {
    return dependents(token, labels).stream().findFirst();
  }

  /** The token before, if any. */
  public Optional<Token> before(Token token) {
    return token.index() == 0 ? Optional.empty() : Optional.of(tokens.get(token.index() - 1));
  }

  /** The token after, if any. */
  public Optional<Token> after(Token token) {
    return token.index() + 1 == tokens.size()
        ? Optional.empty()
        : Optional.of(tokens.get(token.index() + 1));
  }

  /** What it is of: the "rows" of "rows of chairs". */
  public Optional<Token> of(Token token) {
    if (!token.label().equals("pobj")) return Optional.empty();
    return head(token).filter(prep -> prep.lower().equals("of")).flatMap(this::head);
  }

  /** One line a token, for people: index, form, lemma, tag, head, label. */
  @Override
  public String toString() {
    var lines = new StringBuilder();
    for (Token t : tokens)
      lines.append(
          "%d\t%s\t%s\t%s\t%d\t%s%n"
              .formatted(t.index(), t.form(), t.lemma(), t.tag(), t.head(), t.label()));
    return lines.toString();
  }
}
