package decompgen.torch.text;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.GptBytePairEncodingParams;
import com.knuddels.jtokkit.api.IntArrayList;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.torch.checkpoint.JsonFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Qwen-VL's tokenizer: byte pairs by rank as in tiktoken, on NFC text. A picture is written {@code
 * <img>name</img>} and takes {@code <img>}, the name's UTF-8 bytes as ids of the bytes' values,
 * {@code <imgpad>} up to a fixed span, and {@code </img>}.
 */
public final class QwenTokenizer implements Tokenizer {
  /** Of the released tokenizer: contractions, words, single digits, punctuation, white space. */
  private static final Pattern PIECES =
      Pattern.compile(
          "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}"
              + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
          Pattern.UNICODE_CHARACTER_CLASS);

  private final Encoding pairs;
  private final int ranks;

  /** How many ids stand between {@code <img>} and {@code </img>}. */
  private final int imageSpan;

  private final QwenSpecials specials;
  private final SpecialTokens specialTokens;

  private QwenTokenizer(Path folder, Map<byte[], Integer> ranks, int imageSpan) {
    EncodingRegistry registry = Encodings.newLazyEncodingRegistry();
    registry.registerGptBytePairEncoding(
        new GptBytePairEncodingParams("qwen", PIECES, ranks, Map.of()));
    this.pairs = registry.getEncoding("qwen").orElseThrow();
    this.ranks = ranks.size();
    this.imageSpan = imageSpan;
    this.specials = QwenSpecials.after(ranks.size());
    SpecialTokens read = SpecialTokensConfig.read(folder, specials.ids()::get);
    this.specialTokens = new SpecialTokens(read.texts(), null, read.end(), read.eos());
  }

  /**
   * @throws Failure MODEL_UNREADABLE when qwen.tiktoken is broken or config.json has other ids
   */
  public static QwenTokenizer open(Path folder) {
    JsonFile visual = JsonFile.read(folder.resolve("config.json")).part("visual");
    QwenTokenizer tokenizer =
        new QwenTokenizer(folder, TiktokenFile.read(folder), visual.positive("n_queries", 256));
    int image = tokenizer.id("<img>");
    if (visual.positive("image_start_id", image) != image)
      throw visual.refuse(
          "image_start_id",
          "is not %d, <img>'s id after the %d tokens of %s: is that file truncated?"
              .formatted(image, tokenizer.ranks, TiktokenFile.NAME));
    return tokenizer;
  }

  /**
   * @param special one of the tokens after the ranks
   */
  int id(String special) {
    Integer id = specials.ids().get(special);
    if (id == null) throw new IllegalArgumentException("no special token: " + special);
    return id;
  }

  /**
   * @throws Failure REQUEST_INVALID when a picture's name is not closed or too long for its span
   */
  @Override
  public int[] encode(String text) {
    return encode(text, specials.texts());
  }

  /** Nothing stands before a sequence. */
  @Override
  public int[] encodePrompt(String text) {
    return encode(text);
  }

  /**
   * The ids of what somebody wrote: only pictures are recognised, other special tokens are text.
   */
  int[] encodeWritten(String text) {
    return encode(text, QwenSpecials.IMAGE);
  }

  private int[] encode(String text, List<String> recognised) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    Matcher special = anyOf(recognised).matcher(composed);
    IntStream.Builder out = IntStream.builder();
    int done = 0;
    while (special.find(done)) {
      addPairs(composed.substring(done, special.start()), out);
      out.add(id(special.group()));
      done = special.end();
      if (special.group().equals("<img>")) done = addName(composed, done, out);
    }
    addPairs(composed.substring(done), out);
    return out.build().toArray();
  }

  private static Pattern anyOf(List<String> tokens) {
    return Pattern.compile(tokens.stream().map(Pattern::quote).collect(Collectors.joining("|")));
  }

  private void addPairs(String text, IntStream.Builder out) {
    for (int id : pairs.encodeOrdinary(text).toArray()) out.add(id);
  }

  private int addName(String text, int from, IntStream.Builder out) {
    int to = text.indexOf("</img>", from);
    if (to < 0)
      throw new Failure(
          ErrorCode.REQUEST_INVALID,
          "A picture in the prompt is not closed: write <img>name</img>.");
    byte[] name = text.substring(from, to).getBytes(StandardCharsets.UTF_8);
    if (name.length > imageSpan)
      throw new Failure(
          ErrorCode.REQUEST_INVALID,
          "The name of a picture has %d bytes, its place %d: use a shorter one."
              .formatted(name.length, imageSpan));
    for (byte b : name) out.add(b & 255);
    for (int i = name.length; i < imageSpan; i++) out.add(id("<imgpad>"));
    return to;
  }

  @Override
  public String decode(int[] ids) {
    return decode(ids, true);
  }

  /**
   * @param skipSpecialTokens whether special tokens are left out; names of pictures stay
   */
  public String decode(int[] ids, boolean skipSpecialTokens) {
    StringBuilder text = new StringBuilder();
    List<Integer> waiting = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] < ranks) {
        waiting.add(ids[i]);
        continue;
      }
      text.append(pairsOf(waiting));
      if (!skipSpecialTokens) text.append(specials.text(ids[i]));
      if (ids[i] == id("<img>")) i = appendName(ids, i + 1, text);
    }
    return text.append(pairsOf(waiting)).toString();
  }

  private String pairsOf(List<Integer> waiting) {
    IntArrayList ids = new IntArrayList(waiting.size());
    waiting.forEach(ids::add);
    waiting.clear();
    return new String(pairs.decodeBytes(ids), StandardCharsets.UTF_8);
  }

  /**
   * Appends the name that starts there and returns where the last id before {@code </img>} lies.
   */
  private int appendName(int[] ids, int from, StringBuilder text) {
    int end = from;
    while (end < ids.length && ids[end] < 256) end++;
    byte[] name = new byte[end - from];
    for (int i = from; i < end; i++) name[i - from] = (byte) ids[i];
    text.append(new String(name, StandardCharsets.UTF_8));
    while (end < ids.length && ids[end] == id("<imgpad>")) end++;
    return end - 1;
  }

  @Override
  public SpecialTokens specialTokens() {
    return specialTokens;
  }

  /** Nothing to free. */
  @Override
  public void close() {}
}
