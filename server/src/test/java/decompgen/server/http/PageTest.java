package decompgen.server.http;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.claim.Basis;
import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.claim.Polarity;
import decompgen.domain.claim.Span;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.evidence.Evidence.Colours;
import decompgen.domain.picture.Box;
import decompgen.domain.score.ScoreEvent.Decided;
import decompgen.domain.score.ScoreEvent.Decomposed;
import decompgen.domain.score.ScoreEvent.Failed;
import decompgen.domain.score.ScoreEvent.Judged;
import decompgen.domain.score.ScoreId;
import decompgen.domain.verdict.Verdict;
import decompgen.server.assembly.Sample;
import decompgen.verticles.scoring.ScoreRequest.Image;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pages in a real browser; its pictures of them are left in target/pages. */
@Tag("browser")
final class PageTest {
  private static final String CHOOSE_PHOTO =
      """
      new Promise(done => {
        const canvas = Object.assign(document.createElement('canvas'), {width: 320, height: 240});
        const paint = canvas.getContext('2d');
        paint.fillStyle = '#7aa0c4'; paint.fillRect(0, 0, 320, 240);
        paint.fillStyle = '#b03a2e'; paint.fillRect(32, 48, 128, 168);
        canvas.toBlob(blob => {
          const files = new DataTransfer();
          files.items.add(new File([blob], 'photo.jpg', {type: 'image/jpeg'}));
          const input = document.getElementById('image');
          input.files = files.files;
          input.dispatchEvent(new Event('change'));
          done();
        }, 'image/jpeg');
      })
      """;

  private TestServer server;
  private Chromium chromium;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer();
    chromium = new Chromium();
  }

  @AfterEach
  void stop() throws Exception {
    chromium.close();
    server.close();
  }

  @Test
  void tryPage_claimsAppearAsTheyAreToldAndBoxesAtTheirTouch() throws Exception {
    chromium.open(server.origin + "/");
    assertThat(chromium.run("document.getElementById('check').disabled")).isEqualTo(true);
    chromium.run(CHOOSE_PHOTO);
    chromium.run("document.getElementById('response').value = 'A cat. 🐕 green'");
    chromium.run("document.getElementById('check').click()");
    ScoreId id = requireNonNull(server.scorer.requests.poll(10, SECONDS)).id();
    Told.ofACat().subList(0, 4).forEach(event -> server.scorer.tell(id, event));
    chromium.until("document.querySelector('#claims li.supported')");
    assertThat(chromium.run("document.querySelector('#trust strong').textContent"))
        .isEqualTo("100 %");

    tellOfTheColour(id);
    chromium.until("document.querySelector('#claims li.contradicted')");
    assertThat(chromium.run("document.querySelector('#trust strong').textContent"))
        .isEqualTo("50 %");
    chromium.run("document.querySelector('#claims li.contradicted').focus()");
    assertThat(chromium.run("document.querySelectorAll('#photo rect').length")).isEqualTo(1);
    assertThat(chromium.run("document.querySelector('#said mark').textContent")).isEqualTo("green");
    assertThat(chromium.run("document.querySelector('#said .supported').textContent"))
        .isEqualTo("A cat");
    keep("try.png");
    chromium.command("Emulation.setEmulatedMedia", dark());
    keep("try-dark.png");
  }

  @Test
  void tryPage_failure_isSaidInWords() throws Exception {
    server.scorer.script(
        live -> server.scorer.tell(live.id(), new Failed(ErrorCode.MODEL_FAILED, "Try again.")));
    chromium.open(server.origin + "/");
    chromium.run(CHOOSE_PHOTO);
    chromium.run("document.getElementById('check').click()");
    assertProblem("A model failed. Try again.");
  }

  @Test
  void tryPage_sample_isCheckedAtOnce() throws Exception {
    chromium.open(server.origin + "/");
    chromium.run("document.querySelector('#samples button').click()");
    var request = requireNonNull(server.scorer.requests.poll(10, SECONDS));
    assertThat(request.responses()).containsExactly(Sample.COFFEE.response());
    assertThat(((Image.Uploaded) request.image()).bytes()).isEqualTo(Sample.COFFEE.image());
  }

  @Test
  void tryPage_sampleThatDoesNotCome_isSaidInWords() throws Exception {
    chromium.open(server.origin + "/");
    chromium.run("window.fetch = async () => { throw new TypeError('Failed to fetch'); }");
    chromium.run("document.querySelector('#samples button').click()");
    assertProblem("The server does not answer. Failed to fetch");
  }

  @Test
  void tryPage_connectionThatEndsEarly_isSaidInWords() throws Exception {
    chromium.open(server.origin + "/");
    chromium.run(CHOOSE_PHOTO);
    chromium.run("window.fetch = async () => new Response(new Blob(['{\"event\":\"x\"}\\n']))");
    chromium.run("document.getElementById('check').click()");
    assertProblem("The stream ended early. Check it again.");
  }

  @Test
  void docsPage_showsEveryOperation() throws Exception {
    chromium.open(server.origin + "/docs/");
    chromium.until("document.querySelectorAll('.opblock').length === 9");
    keep("docs.png");
  }

  private void assertProblem(String words) throws Exception {
    chromium.until("document.getElementById('problem').textContent");
    assertThat(chromium.run("document.getElementById('problem').textContent")).isEqualTo(words);
  }

  private void tellOfTheColour(ScoreId id) {
    Basis basis =
        new Basis(1, "green cat", Polarity.POSITIVE, List.of(new Span(9, 14)), List.of(0));
    Colours seen = new Colours(new Box(.1, .2, .5, .9), Map.of("red", .8, "blue", .1));
    server.scorer.tell(
        id, new Decomposed(0, 1, true, List.of(new AttributeClaim(basis, "green", "cat"))));
    server.scorer.tell(
        id,
        new Judged(0, 1, "colour", "c/1", Verdict.CONTRADICTED, .04, seen, Duration.ofMillis(3)));
    server.scorer.tell(id, new Decided(0, 1, Verdict.CONTRADICTED, .04, OptionalDouble.of(.5), 1));
  }

  private static JsonObject dark() {
    return new JsonObject(
        "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"dark\"}]}");
  }

  private void keep(String name) throws Exception {
    Path folder = Files.createDirectories(Path.of("target/pages"));
    Files.write(folder.resolve(name), chromium.screenshot());
  }
}
