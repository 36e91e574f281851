package decompgen.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** A multipart form as browsers write it. */
final class Multipart {
  private static final String BOUNDARY = "----test-boundary";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private boolean open = true;

  /** A form with an image and one response. */
  static Multipart of(byte[] image, String response) {
    return new Multipart().file("image", image).field("response", response);
  }

  Multipart field(String name, String value) {
    return part("name=\"" + name + "\"", value.getBytes(UTF_8));
  }

  Multipart file(String name, byte[] content) {
    return part(
        "name=\"" + name + "\"; filename=\"photo.jpg\"\r\ncontent-type: image/jpeg", content);
  }

  private Multipart part(String disposition, byte[] content) {
    bytes.writeBytes(
        ("--" + BOUNDARY + "\r\ncontent-disposition: form-data; " + disposition + "\r\n\r\n")
            .getBytes(UTF_8));
    bytes.writeBytes(content);
    bytes.writeBytes("\r\n".getBytes(UTF_8));
    return this;
  }

  String contentType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  byte[] bytes() {
    if (open) bytes.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    open = false;
    return bytes.toByteArray();
  }
}
