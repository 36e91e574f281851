package decompgen.server.assembly;

import decompgen.onnx.image.Samples;
import java.util.Iterator;
import java.util.List;

/** A photo that ships with the project, with a response that is right in most and wrong in some. */
public record Sample(String name) {
  public static final Sample COFFEE = new Sample("coffee");

  static List<Sample> all() {
    return Samples.names().stream().map(Sample::new).toList();
  }

  /**
   * What is said about the photo.
   *
   * @throws decompgen.domain.error.Failure NOT_FOUND, naming the samples that there are
   */
  public String response() {
    return Samples.response(name);
  }

  /**
   * The photo's file as it would be uploaded.
   *
   * @throws decompgen.domain.error.Failure NOT_FOUND, naming the samples that there are
   */
  public byte[] image() {
    return Samples.photo(name);
  }

  /** Their names, for the help text. */
  public static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Samples.names().iterator();
    }
  }
}
