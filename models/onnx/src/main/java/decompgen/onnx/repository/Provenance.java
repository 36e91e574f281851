package decompgen.onnx.repository;

import static java.util.Objects.requireNonNull;

/**
 * Where a model comes from and why it may be used.
 *
 * @param licence SPDX identifier
 * @param evidence what shows that licence: a file beside model.yaml, or a sentence
 * @param source who made it, out of what
 */
public record Provenance(String licence, String evidence, String source) {
  public Provenance {
    requireNonNull(licence, "licence is missing");
    requireNonNull(evidence, "evidence is missing");
    requireNonNull(source, "source is missing");
  }
}
