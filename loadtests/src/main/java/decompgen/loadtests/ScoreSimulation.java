package decompgen.loadtests;

import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.percent;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.randomSwitch;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.core.CoreDsl.substring;
import static io.gatling.javaapi.http.HttpDsl.ByteArrayBodyPart;
import static io.gatling.javaapi.http.HttpDsl.StringBodyPart;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.sse;
import static io.gatling.javaapi.http.HttpDsl.status;

import decompgen.loadtests.Ledger.End;
import decompgen.loadtests.Ledger.Entry;
import decompgen.loadtests.Ledger.Kind;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.BodyPart;
import java.time.Duration;

/**
 * Users who come at a rising rate whether or not earlier ones have been served (an open model):
 * most stream the score of a new picture, some hand one over, some read what is stored. Its
 * settings are system properties, since Gatling makes it by name.
 */
public final class ScoreSimulation extends Simulation {
  private static final long PATIENCE_SECONDS = 90;
  private static final String SENT = "sent";
  private static final String STATUS = "status";
  private static final String JUDGED = "judged";
  private static final String COMPLETED = "completed";

  public ScoreSimulation() {
    double from = Double.parseDouble(System.getProperty("load.from"));
    double to = Double.parseDouble(System.getProperty("load.to"));
    Duration during = Duration.ofSeconds(Long.getLong("load.seconds"));
    setUp(
            scenario("users")
                .exec(
                    randomSwitch()
                        .on(
                            percent(60).then(stream()),
                            percent(20).then(handOver()),
                            percent(20).then(read())))
                .injectOpen(rampUsersPerSec(from).to(to).during(during)))
        .protocols(http.baseUrl(System.getProperty("load.address")));
  }

  /** The status of a refused stream is Gatling's secret; the server's own count has it. */
  private static ChainBuilder stream() {
    return exec(ScoreSimulation::sent)
        .exec(
            sse("stream")
                .post("/v1/scores/stream")
                .bodyPart(photo())
                .bodyPart(StringBodyPart("response", Photo.RESPONSE))
                .await(PATIENCE_SECONDS)
                .on(
                    sse.checkMessage("first judged")
                        .matching(substring("\"event\":\"judged\""))
                        .check(bodyString().transform(_ -> System.nanoTime()).saveAs(JUDGED)))
                .await(PATIENCE_SECONDS)
                .on(
                    sse.checkMessage("completed")
                        .matching(substring("\"event\":\"completed\""))
                        .check(bodyString().transform(_ -> System.nanoTime()).saveAs(COMPLETED))))
        .exec(ScoreSimulation::streamed)
        .doIf(session -> !session.isFailed())
        .then(exec(sse("stream").close()));
  }

  private static ChainBuilder handOver() {
    return exec(ScoreSimulation::sent)
        .exec(
            http("respond-async")
                .post("/v1/scores")
                .header("prefer", "respond-async")
                .bodyPart(photo())
                .bodyPart(StringBodyPart("response", Photo.RESPONSE))
                .check(answered(202, 429)))
        .exec(session -> answered(session, Kind.ASYNC));
  }

  private static ChainBuilder read() {
    return exec(ScoreSimulation::sent)
        .exec(http("listScores").get("/v1/scores?limit=20").check(answered(200)))
        .exec(session -> answered(session, Kind.READ));
  }

  private static BodyPart photo() {
    return ByteArrayBodyPart("image", _ -> Photo.withOtherBytes())
        .fileName("photo.jpg")
        .contentType("image/jpeg");
  }

  private static Session sent(Session session) {
    return session.set(SENT, System.nanoTime());
  }

  private static Session streamed(Session session) {
    long sent = session.getLong(SENT);
    if (session.contains(COMPLETED))
      Ledger.OF_THIS_RUN.note(
          new Entry(
              Kind.STREAM,
              End.GOOD,
              sent,
              session.getLong(JUDGED) - sent,
              session.getLong(COMPLETED) - sent));
    else Ledger.OF_THIS_RUN.note(Entry.now(Kind.STREAM, End.REFUSED, sent));
    return session;
  }

  private static Session answered(Session session, Kind kind) {
    int status = session.contains(STATUS) ? session.getInt(STATUS) : 0;
    End end = session.isFailed() ? End.ERROR : status == 429 ? End.REFUSED : End.GOOD;
    Ledger.OF_THIS_RUN.note(Entry.now(kind, end, session.getLong(SENT)));
    return session;
  }

  private static CheckBuilder answered(Integer... good) {
    return status().in(good).saveAs(STATUS);
  }
}
