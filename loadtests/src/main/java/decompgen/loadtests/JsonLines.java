package decompgen.loadtests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/** Files of one JSON value a line, also packed as .gz. */
public final class JsonLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonLines() {}

  /**
   * What is read from each line that is not blank, at least one.
   *
   * @param read throws IllegalArgumentException when the line has not what it must have
   * @throws Failure REQUEST_INVALID naming file and line
   */
  public static <T> List<T> read(Path file, Function<JsonNode, T> read) {
    List<T> all = new ArrayList<>();
    try (BufferedReader lines = lines(file)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) all.add(row(line, file + ":" + number, read));
      }
    } catch (IOException unreadable) {
      String message = file + " cannot be read; --help says what it looks like";
      throw new Failure(ErrorCode.REQUEST_INVALID, message, unreadable);
    }
    if (all.isEmpty()) throw new Failure(ErrorCode.REQUEST_INVALID, file + " has no lines");
    return all;
  }

  private static BufferedReader lines(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
  }

  private static <T> T row(String line, String where, Function<JsonNode, T> read) {
    try {
      return read.apply(JSON.readTree(line));
    } catch (JsonProcessingException broken) {
      String message = where + " is no JSON: " + broken.getOriginalMessage();
      throw new Failure(ErrorCode.REQUEST_INVALID, message, broken);
    } catch (IllegalArgumentException missing) {
      String message = where + ": " + missing.getMessage() + "; --help says what it looks like";
      throw new Failure(ErrorCode.REQUEST_INVALID, message, missing);
    }
  }
}
