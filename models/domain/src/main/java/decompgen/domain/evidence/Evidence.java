package decompgen.domain.evidence;

import static java.util.Objects.requireNonNull;

import decompgen.domain.picture.Box;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What an expert saw. Scores are the model's own, in [0,1], not yet calibrated. */
public sealed interface Evidence {
  /**
   * Things found by a detector, best first.
   *
   * @param classScores best score of each class anywhere in the picture, boxes or not: evidence of
   *     absence
   */
  record Boxes(List<Detection> boxes, Map<String, Double> classScores) implements Evidence {
    public Boxes {
      boxes = List.copyOf(boxes);
      classScores = Map.copyOf(classScores);
    }

    /** The boxes of one class with at least that score. */
    public List<Detection> of(String label, double least) {
      return boxes.stream()
          .filter(box -> box.label().equals(label) && box.score() >= least)
          .toList();
    }

    /** Best score of the class anywhere, 0 when it is not known. */
    public double best(String label) {
      return classScores.getOrDefault(label, 0.0);
    }
  }

  /**
   * A classifier's labels for a region, best first; behind them, of a whole picture, the stuff that
   * may be in it ("sky", "grass"), each judged by itself.
   */
  record Labels(Box region, List<Label> labels) implements Evidence {
    public Labels {
      requireNonNull(region, "region");
      labels = List.copyOf(labels);
    }

    /** The same with more labels behind. */
    public Labels and(List<Label> more) {
      return new Labels(region, Stream.concat(labels.stream(), more.stream()).toList());
    }
  }

  /** One label of a classifier with its probability. */
  record Label(String label, double score) {
    public Label {
      requireNonNull(label, "label");
      if (!(0 <= score && score <= 1)) throw new IllegalArgumentException("score: " + score);
    }
  }

  /**
   * Text lines read, in reading order.
   *
   * @param unread where lines were found that could not be read surely
   */
  record Lines(List<Line> lines, List<Box> unread) implements Evidence {
    public Lines {
      lines = List.copyOf(lines);
      unread = List.copyOf(unread);
    }

    /** All lines that were found. */
    public Lines(List<Line> lines) {
      this(lines, List.of());
    }
  }

  /** One line of text with the reader's confidence and its upright bounding box. */
  record Line(String text, double score, Box box) {
    public Line {
      requireNonNull(text, "text");
      requireNonNull(box, "box");
      if (!(0 <= score && score <= 1)) throw new IllegalArgumentException("score: " + score);
    }
  }

  /** Shares of named colours among the pixels of a region, each in [0,1], together at most 1. */
  record Colours(Box region, Map<String, Double> shares) implements Evidence {
    public Colours {
      requireNonNull(region, "region");
      shares = Map.copyOf(shares);
    }
  }

  /** Nothing: the rule needed no picture. */
  record None() implements Evidence {}
}
