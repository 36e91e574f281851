package decompgen.torch.text;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import com.fasterxml.jackson.databind.JsonNode;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.torch.checkpoint.JsonFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A tokenizer.json, run by the reference's own library. */
public final class HubTokenizer implements Tokenizer {
  static final String FILE = "tokenizer.json";

  static {
    // Else it would look for a GPU's library to download, and report its use.
    System.setProperty("ai.djl.offline", "true");
  }

  private final HuggingFaceTokenizer library;
  private final SpecialTokens specialTokens;

  /** Closing waits for calls, whose native memory it frees. */
  private final ReentrantReadWriteLock open = new ReentrantReadWriteLock();

  private boolean closed;

  private HubTokenizer(HuggingFaceTokenizer library, SpecialTokens specialTokens) {
    this.library = library;
    this.specialTokens = specialTokens;
  }

  /**
   * @throws Failure MODEL_UNREADABLE when tokenizer.json or a file about special tokens is unusable
   */
  public static HubTokenizer open(Path folder) {
    JsonFile json = JsonFile.read(folder.resolve(FILE));
    Map<String, Integer> ids = ids(json);
    SpecialTokens specialTokens = SpecialTokensConfig.read(folder, ids::get);
    return new HubTokenizer(library(json.file()), specialTokens);
  }

  /** Every token's id, those added last. */
  private static Map<String, Integer> ids(JsonFile json) {
    Map<String, Integer> ids = new HashMap<>();
    JsonNode vocabulary = json.part("model").json().path("vocab");
    if (vocabulary.isObject())
      vocabulary.propertyStream().forEach(e -> ids.put(e.getKey(), e.getValue().intValue()));
    for (int i = 0; vocabulary.isArray() && i < vocabulary.size(); i++)
      ids.put(vocabulary.get(i).path(0).asText(), i);
    if (ids.isEmpty()) throw json.refuse("model.vocab", "is missing or empty.");
    for (JsonNode token : json.json().path("added_tokens"))
      ids.put(token.path("content").asText(), token.path("id").intValue());
    return ids;
  }

  private static HuggingFaceTokenizer library(Path file) {
    Map<String, String> whole = Map.of("truncation", "false", "padding", "false");
    try (InputStream in = Files.newInputStream(file)) {
      return HuggingFaceTokenizer.newInstance(in, whole);
    } catch (IOException | RuntimeException refused) {
      throw new Failure(
          ErrorCode.MODEL_UNREADABLE,
          file + ": the tokenizer is refused: " + refused.getMessage(),
          refused);
    }
  }

  @Override
  public int[] encode(String text) {
    return ids(encoding(text, false));
  }

  @Override
  public int[] encodePrompt(String text) {
    int[] alone = encode(text);
    Integer bos = specialTokens.bos();
    boolean begun = bos != null && alone.length > 0 && alone[0] == bos;
    return begun ? alone : ids(encoding(text, true));
  }

  /**
   * The tokens with their places in the text.
   *
   * @param added whether with what the tokenizer puts around a sequence
   */
  public List<Token> tokens(String text, boolean added) {
    Encoding encoding = encoding(text, added);
    long[] ids = encoding.getIds();
    String[] texts = encoding.getTokens();
    CharSpan[] spans = encoding.getCharTokenSpans();
    return IntStream.range(0, ids.length)
        .mapToObj(
            i ->
                spans[i] == null
                    ? new Token((int) ids[i], texts[i], 0, 0)
                    : new Token((int) ids[i], texts[i], spans[i].getStart(), spans[i].getEnd()))
        .toList();
  }

  private Encoding encoding(String text, boolean added) {
    return whileOpen(() -> library.encode(text, added, false));
  }

  private static int[] ids(Encoding encoding) {
    return Arrays.stream(encoding.getIds()).mapToInt(Math::toIntExact).toArray();
  }

  @Override
  public String decode(int[] ids) {
    return decode(ids, true);
  }

  /**
   * @param skipSpecialTokens whether special tokens are left out
   */
  public String decode(int[] ids, boolean skipSpecialTokens) {
    long[] wide = Arrays.stream(ids).asLongStream().toArray();
    return whileOpen(() -> library.decode(wide, skipSpecialTokens));
  }

  private <T> T whileOpen(Supplier<T> call) {
    open.readLock().lock();
    try {
      if (closed) throw new IllegalStateException("the tokenizer is closed");
      return call.get();
    } finally {
      open.readLock().unlock();
    }
  }

  @Override
  public SpecialTokens specialTokens() {
    return specialTokens;
  }

  @Override
  public void close() {
    open.writeLock().lock();
    try {
      if (!closed) library.close();
      closed = true;
    } finally {
      open.writeLock().unlock();
    }
  }
}
