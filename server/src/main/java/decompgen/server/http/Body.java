package decompgen.server.http;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** A request's body, whole and in memory. */
sealed interface Body {
  /** Bytes as they came. */
  record Raw(Buffer bytes) implements Body {}

  /** A multipart form: its text fields, and its files in order. */
  record Form(MultiMap fields, List<File> files) implements Body {
    public Form {
      files = List.copyOf(files);
    }
  }

  /** A file part. */
  record File(String name, Buffer bytes) {}
}
