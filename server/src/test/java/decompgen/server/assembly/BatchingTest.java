package decompgen.server.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Caffeine;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.expert.Inquiry;
import decompgen.domain.expert.Question;
import decompgen.domain.picture.Picture;
import decompgen.onnx.engine.EngineSettings;
import decompgen.onnx.image.ImageDecoder;
import decompgen.onnx.image.ImageLimits;
import decompgen.onnx.image.Samples;
import decompgen.onnx.reader.Reader;
import decompgen.onnx.reader.ReaderModels;
import decompgen.onnx.reader.ReaderSettings;
import decompgen.onnx.repository.ModelRepository;
import decompgen.verticles.lane.ExpertLane;
import decompgen.verticles.lane.LaneSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The reader on its lane: pictures of several requests are read in one call. */
@Tag("native")
class BatchingTest {
  private static final Path MODELS =
      Path.of(System.getProperty("project.root"), "models", "repository");

  @Test
  void ask_twoPicturesWithinTheDelay_oneCallAndTheSameLinesAsAlone() throws Exception {
    Picture coffee = picture("coffee");
    Picture astronaut = picture("astronaut");
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    Reader reader =
        new Reader(
            ReaderModels.open(new ModelRepository(MODELS), EngineSettings.cpu(2)),
            ReaderSettings.DEFAULTS);
    LaneSettings settings = new LaneSettings("reader", 8, 1, 2, Duration.ofSeconds(30));
    try (ExpertLane lane =
        new ExpertLane(reader, settings, Caffeine.newBuilder().build(), meters)) {
      Future<Evidence> first = lane.ask(whole(coffee), new Cancellation());
      Future<Evidence> second = lane.ask(whole(astronaut), new Cancellation());

      // The batch is full with two, so that nobody waits for the delay.
      assertThat(List.of(await(first), await(second)))
          .isEqualTo(List.of(alone(reader, coffee), alone(reader, astronaut)));
      assertThat(meters.get("decompgen.lane.batch").summary().count()).isEqualTo(1);
      assertThat(meters.get("decompgen.lane.batch").summary().max()).isEqualTo(2);
    }
  }

  private static Evidence alone(Reader reader, Picture picture) {
    return reader.answer(List.of(whole(picture)), new Cancellation()).getFirst();
  }

  private static Inquiry whole(Picture picture) {
    return new Inquiry(picture, new Question.Whole());
  }

  private static Picture picture(String sample) {
    return new ImageDecoder(ImageLimits.DEFAULT).decode(Samples.photo(sample));
  }

  private static Evidence await(Future<Evidence> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
  }
}
