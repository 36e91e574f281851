package decompgen.server.http;

import static java.util.Objects.requireNonNull;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.picture.ImageFormat;
import decompgen.domain.picture.PictureId;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Handlers of stored images: putImage, getImage, deleteImage. */
final class Images {
  private final Backend backend;
  private final Held held;
  private final BodyLimits limits;

  Images(Backend backend, Held held, HttpSettings settings) {
    this.backend = backend;
    this.held = held;
    this.limits =
        new BodyLimits(
            settings.maxUploadBytes(), settings.maxTextBytes(), true, settings.bodyTimeout());
  }

  void put(RoutingContext routing) {
    Held.Share share = held.share();
    routing.addEndHandler(_ -> share.release());
    bytes(routing, share).compose(bytes -> keep(routing, bytes)).onFailure(routing::fail);
  }

  private Future<byte[]> bytes(RoutingContext routing, Held.Share share) {
    String mediaType = BodyReader.mediaType(routing.request());
    if (!mediaType.startsWith("image/") && !mediaType.equals("application/octet-stream"))
      return Future.failedFuture(
          new Failure(
              ErrorCode.REQUEST_INVALID,
              "The body is %s: send the bytes of the image as image/jpeg or the like."
                  .formatted(mediaType.isEmpty() ? "of no stated type" : mediaType)));
    return BodyReader.read(routing, share, limits)
        .map(
            body ->
                switch (body) {
                  case Body.Raw(var bytes) -> bytes.getBytes();
                  case Body.Form _ -> throw new IllegalStateException("a form");
                });
  }

  private Future<Void> keep(RoutingContext routing, byte[] bytes) {
    if (bytes.length == 0)
      throw new Failure(ErrorCode.IMAGE_UNREADABLE, "The body is empty: send an image's bytes.");
    ImageFormat format = ImageFormat.of(bytes);
    return backend
        .images()
        .put(bytes)
        .compose(
            id -> {
              routing.response().putHeader("location", "/v1/images/" + id);
              return JsonAnswer.send(routing, 201, described(id, bytes.length, format));
            });
  }

  private static Buffer described(PictureId id, int bytes, ImageFormat format) {
    return new JsonObject()
        .put("id", id.value())
        .put("bytes", bytes)
        .put("mediaType", format.mediaType())
        .toBuffer();
  }

  void get(RoutingContext routing) {
    PictureId id = id(routing);
    Held.Share share = held.share();
    backend
        .images()
        .find(id)
        .map(bytes -> bytes.orElseThrow(() -> unknown(id)))
        .compose(
            bytes ->
                share.take(bytes.length)
                    ? send(routing, id, bytes)
                    : Future.failedFuture(limits.overloaded()))
        .onComplete(_ -> share.release()) // the response ends before its bytes have left
        .onFailure(routing::fail);
  }

  private static Future<Void> send(RoutingContext routing, PictureId id, byte[] bytes) {
    return routing
        .response()
        .putHeader("content-type", ImageFormat.of(bytes).mediaType())
        .putHeader("etag", '"' + id.value() + '"')
        .putHeader("x-content-type-options", "nosniff")
        .end(Buffer.buffer(bytes));
  }

  void delete(RoutingContext routing) {
    PictureId id = id(routing);
    backend
        .images()
        .delete(id)
        .compose(
            there ->
                there
                    ? routing.response().setStatusCode(204).end()
                    : Future.failedFuture(unknown(id)))
        .onFailure(routing::fail);
  }

  private static PictureId id(RoutingContext routing) {
    return new PictureId(requireNonNull(routing.pathParam("id"), "id"));
  }

  private static Failure unknown(PictureId id) {
    return new Failure(
        ErrorCode.NOT_FOUND, "No image has the id " + id + ": put it first, or send the file.");
  }
}
