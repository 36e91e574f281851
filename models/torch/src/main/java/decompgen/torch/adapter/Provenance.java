package decompgen.torch.adapter;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.training.Targets;
import decompgen.domain.training.TrainingSettings;
import decompgen.torch.checkpoint.JsonFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an adapter comes from: provenance.json beside its weights.
 *
 * @param baseModel the base checkpoint's name
 * @param baseModelHash as {@link BaseModel#hash}
 * @param pairsHash of the pairs trained on, {@code sha256:…}
 * @param settings all that decided what was computed, the seed among them
 * @param metrics the last step's, and those of held-out pairs, by TRL's names
 * @param versions of the program and of libtorch
 */
public record Provenance(
    String baseModel,
    String baseModelHash,
    int pairs,
    String pairsHash,
    int steps,
    TrainingSettings settings,
    Map<String, Double> metrics,
    Map<String, String> versions) {
  static final String FILE = "provenance.json";

  String json() throws JsonProcessingException {
    SimpleModule targets = new SimpleModule();
    targets.addSerializer(Targets.class, new TargetsWriter());
    return new ObjectMapper()
            .registerModule(targets)
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(this)
        + "\n";
  }

  /**
   * That an adapter is for this base model, as far as it says.
   *
   * @param base null when nothing is known of it
   * @throws Failure MODEL_UNREADABLE when the adapter was made for other weights
   */
  static void require(Path folder, @Nullable BaseModel base) {
    JsonFile file = JsonFile.readIfThere(folder.resolve(FILE)).orElse(null);
    if (file == null || base == null || !file.has("baseModelHash")) return;
    String madeFor = file.text("baseModelHash", "");
    if (madeFor.equals(base.hash())) return;
    throw new Failure(
        ErrorCode.MODEL_UNREADABLE,
        "%s was trained on %s (%s), this base model is %s (%s). Load it on the base it was made for."
            .formatted(
                folder,
                file.text("baseModel", "another model"),
                madeFor,
                base.name(),
                base.hash()));
  }

  /** Targets as PEFT has them: a list, an expression, or all-linear. */
  private static final class TargetsWriter extends StdSerializer<Targets> {
    private static final long serialVersionUID = 1L;

    TargetsWriter() {
      super(Targets.class);
    }

    @Override
    public void serialize(Targets targets, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      switch (targets) {
        case Targets.Names(var suffixes) -> provider.defaultSerializeValue(suffixes, json);
        case Targets.Expression(var regex) -> json.writeString(regex);
        case Targets.AllLinear() -> json.writeString("all-linear");
      }
    }
  }
}
