package decompgen.onnx.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.expert.Cancellation;
import decompgen.onnx.ShippedModels;
import decompgen.onnx.engine.EngineSettings;
import decompgen.onnx.engine.NamedArrays;
import decompgen.onnx.engine.NdArray.Bytes;
import decompgen.onnx.engine.NdArray.Floats;
import decompgen.onnx.engine.Provider;
import decompgen.onnx.engine.Shape;
import decompgen.onnx.repository.Model;
import decompgen.onnx.repository.ModelDescription;
import decompgen.onnx.repository.TensorSpec;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("native")
class OnnxSessionTest {
  private static final NamedArrays BLACK =
      NamedArrays.of("image", new Bytes(Shape.of(1, 448, 448, 3), new byte[448 * 448 * 3]));

  /** 1.5 megapixels keep the text detector busy for some hundred milliseconds. */
  private static final NamedArrays LARGE =
      NamedArrays.of("x", new Floats(Shape.of(1, 3, 1216, 1216), new float[3 * 1216 * 1216]));

  @Test
  void run_blackPicture_outputsHaveTheirShapes() {
    try (OnnxSession session = ShippedModels.open("efficientdet-lite2/1")) {
      NamedArrays outputs = session.run(BLACK, new Cancellation());
      int boxes = outputs.floats("scores").values().length;
      assertThat(outputs.floats("boxes").shape()).isEqualTo(Shape.of(boxes, 4));
      assertThat(outputs.longs("classes").shape()).isEqualTo(Shape.of(boxes));
      assertThat(outputs.floats("class_scores").shape()).isEqualTo(Shape.of(90));
      assertThat(session.provider()).isEqualTo(Provider.CPU);
    }
  }

  @Test
  void run_wrongShape_failsWithModelAndShape() {
    NamedArrays small = NamedArrays.of("image", new Bytes(Shape.of(1, 2, 2, 3), new byte[12]));
    try (OnnxSession session = ShippedModels.open("efficientdet-lite2/1")) {
      assertThatThrownBy(() -> session.run(small, new Cancellation()))
          .isInstanceOfSatisfying(
              Failure.class,
              failure -> {
                assertThat(failure.code()).isEqualTo(ErrorCode.MODEL_FAILED);
                assertThat(failure.detail())
                    .contains("efficientdet-lite2/1", "image=uint8[1,2,2,3]");
              });
      assertThat(session.run(BLACK, new Cancellation()).floats("class_scores").values())
          .hasSize(90);
    }
  }

  @Test
  void run_wrongName_fails() {
    NamedArrays other = NamedArrays.of("picture", BLACK.bytes("image"));
    try (OnnxSession session = ShippedModels.open("efficientdet-lite2/1")) {
      assertFails(() -> session.run(other, new Cancellation()), ErrorCode.MODEL_FAILED);
    }
  }

  @Test
  void run_cancelledBefore_neverStarts() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    try (OnnxSession session = ShippedModels.open("efficientdet-lite2/1")) {
      assertFails(() -> session.run(BLACK, cancellation), ErrorCode.CANCELLED);
    }
  }

  @Test
  void run_cancelledWhileRunning_endsAloneAndSessionStaysUsable() throws Exception {
    try (OnnxSession session = ShippedModels.open("pp-ocrv4-det/1");
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Cancellation cancellation = new Cancellation();
      Future<NamedArrays> cancelled = threads.submit(() -> session.run(LARGE, cancellation));
      Future<NamedArrays> neighbour = threads.submit(() -> session.run(LARGE, new Cancellation()));
      awaitRuns(session, 2);
      cancellation.cancel();
      assertThatThrownBy(cancelled::get)
          .cause()
          .isInstanceOfSatisfying(
              Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CANCELLED));
      assertThat(neighbour.isDone()).isFalse();
      assertThat(neighbour.get().byName()).hasSize(1);
    }
  }

  @Test
  void close_runUnderWay_waitsForIt() throws Exception {
    OnnxSession session = ShippedModels.open("pp-ocrv4-det/1");
    try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
      Future<NamedArrays> running = threads.submit(() -> session.run(LARGE, new Cancellation()));
      awaitRuns(session, 1);
      session.close();
      assertThat(session.runsUnderWay()).isZero();
      assertThat(running.get().byName()).hasSize(1);
    }
  }

  @Test
  void close_twice_thenRunIsRefused() {
    OnnxSession session = ShippedModels.open("efficientdet-lite2/1");
    session.close();
    session.close();
    assertFails(() -> session.run(BLACK, new Cancellation()), ErrorCode.STOPPING);
  }

  @Test
  void open_otherTensorsThanDescribed_namesTheTensor() {
    Model model = ShippedModels.model("efficientnet-lite4/3");
    ModelDescription good = model.description();
    TensorSpec logits = new TensorSpec("logits", TensorSpec.Type.FLOAT32, List.of(1, 1000), null);
    ModelDescription wrong =
        new ModelDescription(
            good.kind(),
            good.weights(),
            good.inputs(),
            List.of(logits),
            good.preprocessing(),
            good.labels(),
            good.stuff(),
            good.provenance());
    assertThatThrownBy(
            () ->
                OnnxSession.open(
                    new Model(model.id(), model.folder(), wrong), EngineSettings.cpu(1)))
        .isInstanceOf(Failure.class)
        .hasMessageContainingAll("efficientnet-lite4/3", "outputs", "logits", "probabilities");
  }

  @ParameterizedTest
  @EnumSource(names = {"CUDA", "TENSORRT"})
  void open_providerAbsent_failsAndSaysWhatToDo(Provider provider) {
    EngineSettings strict = new EngineSettings(provider, false, 1, false);
    assertThatThrownBy(() -> OnnxSession.open(ShippedModels.model("efficientnet-lite4/3"), strict))
        .isInstanceOf(Failure.class)
        .hasMessageContainingAll(provider.word() + " is not there", "fallback", "build --cuda");
  }

  @ParameterizedTest
  @EnumSource(names = {"CUDA", "TENSORRT"})
  void open_providerAbsentWithFallback_runsOnCpuAndSaysSo(Provider provider) {
    EngineSettings lenient = new EngineSettings(provider, true, 1, false);
    try (OnnxSession session =
        OnnxSession.open(ShippedModels.model("efficientdet-lite2/1"), lenient)) {
      assertThat(session.provider()).isEqualTo(Provider.CPU);
      assertThat(session.run(BLACK, new Cancellation()).byName()).hasSize(4);
    }
  }

  private static void awaitRuns(OnnxSession session, int runs) {
    while (session.runsUnderWay() < runs) Thread.onSpinWait();
  }

  private static void assertFails(Runnable call, ErrorCode code) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }
}
