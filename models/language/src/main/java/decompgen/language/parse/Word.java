package decompgen.language.parse;

/** A piece of a sentence between {@code start} and {@code end} (chars, end exclusive). */
public record Word(int start, int end, String form) {}
