package decompgen.domain.preference;

/** A pair: the chosen response is trusted more than the rejected one. */
public record Preference<R>(Candidate<R> chosen, Candidate<R> rejected) {
  public Preference {
    if (!(chosen.trust() > rejected.trust()))
      throw new IllegalArgumentException(
          "trust: " + chosen.trust() + " of chosen, " + rejected.trust() + " of rejected");
  }

  /** How much more the chosen one is trusted, in (0,1]. */
  public double difference() {
    return chosen.trust() - rejected.trust();
  }

  /** Words of chosen less words of rejected. */
  public int longerBy() {
    return chosen.words() - rejected.words();
  }

  /** Words of both sides. */
  int words() {
    return chosen.words() + rejected.words();
  }
}
