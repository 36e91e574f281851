package decompgen.server.http;

import decompgen.verticles.event.EventJson;
import decompgen.verticles.event.Numbered;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;

/** How events are written one after the other. */
enum StreamFormat {
  /** Server-sent events. */
  SSE("text/event-stream") {
    @Override
    Buffer write(Numbered numbered) {
      String name = EventJson.name(numbered.event());
      return Buffer.buffer("id: " + numbered.number() + "\nevent: " + name + "\ndata: ")
          .appendString(EventJson.write(numbered.event()))
          .appendString("\n\n");
    }
  },
  /** One JSON object a line. */
  NDJSON("application/x-ndjson") {
    @Override
    Buffer write(Numbered numbered) {
      return Buffer.buffer(EventJson.write(numbered.event())).appendString("\n");
    }
  };

  private final String mediaType;

  StreamFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  abstract Buffer write(Numbered numbered);

  /** The one that the client likes best; server-sent events when it does not say. */
  static StreamFormat wanted(RoutingContext context) {
    for (MIMEHeader accepted : context.parsedHeaders().accept())
      for (StreamFormat format : values())
        if (format.mediaType.equals(accepted.component() + "/" + accepted.subComponent()))
          return format;
    return SSE;
  }
}
