package decompgen.loadtests;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Pages and pictures from templates in the resources; what they are filled with is escaped. */
public final class Template {
  private static final PebbleEngine ENGINE = engine();

  private Template() {}

  private static PebbleEngine engine() {
    ClasspathLoader loader = new ClasspathLoader();
    loader.setPrefix("decompgen/loadtests");
    return new PebbleEngine.Builder().loader(loader).strictVariables(true).build();
  }

  /** The text of a template such as {@code claims.html}, filled with values by name. */
  public static String filled(String name, Map<String, Object> values) {
    Writer text = new StringWriter();
    try {
      ENGINE.getTemplate(name).evaluate(text, values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Writes a file in a folder, which is made when it is not there; no half file is ever seen. */
  public static Path write(Path folder, String name, String text) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(folder);
      Path draft = Files.writeString(folder.resolve(name + ".draft"), text);
      return Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new Failure(ErrorCode.REQUEST_INVALID, file + " cannot be written: " + e, e);
    }
  }
}
