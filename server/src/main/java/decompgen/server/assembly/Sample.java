package decompgen.server.assembly;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.onnx.image.Samples;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** A photo that ships with the project, with a response that is right in most and wrong in some. */
public enum Sample {
  COFFEE(
      "coffee",
      "A white cup of coffee stands on a saucer on a wooden table. A spoon lies next to the cup. There are two dogs and a laptop on the table."),
  CHELSEA(
      "chelsea",
      "A tabby cat looks into the camera. The cat is orange. There is a dog to the left of the cat and no people can be seen."),
  ASTRONAUT(
      "astronaut",
      "A person in an orange suit smiles in front of a flag. There are three people and a bicycle in the picture.");

  private final String word;
  private final String response;

  Sample(String word, String response) {
    this.word = word;
    this.response = response;
  }

  public static Sample named(String name) {
    return Arrays.stream(values())
        .filter(sample -> sample.word.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Failure(
                    ErrorCode.NOT_FOUND,
                    "no sample " + name + "; there are " + String.join(", ", words())));
  }

  public String response() {
    return response;
  }

  /** The photo's file as it would be uploaded. */
  public byte[] image() {
    return Samples.file(word);
  }

  private static List<String> words() {
    return Arrays.stream(values()).map(sample -> sample.word).toList();
  }

  /** Their names, for the help text. */
  public static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return words().iterator();
    }
  }
}
