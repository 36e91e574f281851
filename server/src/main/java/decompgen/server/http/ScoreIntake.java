package decompgen.server.http;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.picture.PictureId;
import decompgen.domain.score.ScoreId;
import decompgen.verticles.scoring.ScoreRequest;
import decompgen.verticles.scoring.ScoreRequest.Image;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.json.schema.Validator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is to be scored, from a form or from JSON, and checks it against the contract's
 * schemas ScoreForm and ScoreRequest. One for each event loop.
 */
final class ScoreIntake {
  private final Validator json;
  private final Validator form;
  private final BodyLimits limits;

  ScoreIntake(Contract contract, HttpSettings settings) {
    this.json = contract.schema("ScoreRequest");
    this.form = contract.schema("ScoreForm");
    this.limits =
        new BodyLimits(
            settings.maxUploadBytes(), settings.maxTextBytes(), false, settings.bodyTimeout());
  }

  Future<ScoreRequest> read(RoutingContext context, Held.Share held, boolean detached) {
    String mediaType = BodyReader.mediaType(context.request());
    if (!mediaType.equals("multipart/form-data") && !mediaType.equals("application/json"))
      return Future.failedFuture(unknown(mediaType));
    return BodyReader.read(context, held, limits)
        .map(
            body ->
                switch (body) {
                  case Body.Raw(var bytes) -> fromJson(bytes, detached);
                  case Body.Form parts -> fromForm(parts, detached);
                });
  }

  private static Failure unknown(String mediaType) {
    return invalid(
        "The body is "
            + (mediaType.isEmpty() ? "of no stated type" : mediaType)
            + ": send multipart/form-data with an image file, or application/json with its id.");
  }

  private ScoreRequest fromJson(Buffer bytes, boolean detached) {
    Object body = decoded(bytes);
    Violation.refuse(json.validate(body), "image, question, responses");
    JsonObject request = (JsonObject) body;
    return request(
        new Image.Stored(new PictureId(request.getString("image"))),
        request,
        request.getJsonArray("responses"),
        detached);
  }

  private static Object decoded(Buffer bytes) {
    try {
      @Nullable Object body = Json.decodeValue(bytes);
      return body == null ? "" : body;
    } catch (DecodeException notJson) {
      throw new Failure(
          ErrorCode.REQUEST_INVALID,
          "The body is not JSON: "
              + String.valueOf(notJson.getMessage()).lines().findFirst().orElse(""),
          notJson);
    }
  }

  private ScoreRequest fromForm(Body.Form parts, boolean detached) {
    JsonObject request = new JsonObject();
    for (Map.Entry<String, String> field : parts.fields()) put(request, field);
    for (Body.File file : parts.files()) put(request, file);
    Violation.refuse(form.validate(request), "image, question, response");
    Buffer image = parts.files().getFirst().bytes();
    return request(
        new Image.Uploaded(image.getBytes()), request, request.getJsonArray("response"), detached);
  }

  private static void put(JsonObject request, Map.Entry<String, String> field) {
    String name = field.getKey();
    if (name.equals("image"))
      throw invalid("The part \"image\" is text: send the image as a file, with a file name.");
    if (name.equals("response")) {
      if (!request.containsKey(name)) request.put(name, new JsonArray());
      request.getJsonArray(name).add(field.getValue());
    } else if (request.containsKey(name)) {
      throw invalid("The field \"" + name + "\" comes twice: send it once.");
    } else {
      request.put(name, field.getValue());
    }
  }

  private static void put(JsonObject request, Body.File file) {
    if (request.containsKey(file.name()))
      throw invalid("The part \"" + file.name() + "\" comes twice: send it once.");
    if (file.name().equals("response") || file.name().equals("question"))
      throw invalid("The part \"" + file.name() + "\" is a file: send it as text.");
    if (file.name().equals("image") && file.bytes().length() == 0)
      throw new Failure(
          ErrorCode.IMAGE_UNREADABLE, "The image file is empty: send the bytes of an image.");
    request.put(file.name(), "");
  }

  private static ScoreRequest request(
      Image image, JsonObject request, JsonArray responses, boolean detached) {
    List<String> texts = responses.stream().map(String.class::cast).toList();
    for (int i = 0; i < texts.size(); i++)
      if (texts.get(i).isBlank())
        throw new Failure(
            ErrorCode.RESPONSE_EMPTY,
            "Response " + i + " has no text: send what the model wrote about the image.");
    return new ScoreRequest(
        ScoreId.random(), image, request.getString("question"), texts, detached);
  }

  private static Failure invalid(String detail) {
    return new Failure(ErrorCode.REQUEST_INVALID, detail);
  }
}
