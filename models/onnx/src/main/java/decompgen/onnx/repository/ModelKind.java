package decompgen.onnx.repository;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a model does, and so which code can run it. */
public enum ModelKind {
  /** Boxes with class scores of a closed list of labels. */
  @JsonProperty("detector")
  DETECTOR,
  /** One probability for each label of a closed list. */
  @JsonProperty("classifier")
  CLASSIFIER,
  /** A map of the places where there is text. */
  @JsonProperty("text-detector")
  TEXT_DETECTOR,
  /** The characters of one upright line of text. */
  @JsonProperty("text-recogniser")
  TEXT_RECOGNISER,
  /** Whether a line of text stands upside down. */
  @JsonProperty("text-classifier")
  TEXT_CLASSIFIER
}
