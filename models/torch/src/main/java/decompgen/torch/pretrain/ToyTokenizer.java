package decompgen.torch.pretrain;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A tokenizer.json with one token a word, in the form of the tokenizers library: words and
 * punctuation apart, {@code <unk>} for the rest, no space before punctuation when it is decoded.
 */
final class ToyTokenizer {
  /** In the order of their ids, which config.json names. */
  static final List<String> SPECIAL = List.of("<pad>", "<s>", "</s>", "<unk>", "<image>");

  private static final Pattern WORD = Pattern.compile("\\w+|[^\\w\\s]+");
  private static final ObjectMapper JSON = new ObjectMapper();

  private ToyTokenizer() {}

  /** The tokenizer whose words are those of the texts. */
  static ObjectNode of(Collection<String> texts) {
    TreeSet<String> words = new TreeSet<>();
    for (String text : texts) WORD.matcher(text).results().forEach(word -> words.add(word.group()));
    ObjectNode vocabulary = JSON.createObjectNode();
    for (String token : SPECIAL) vocabulary.put(token, vocabulary.size());
    for (String word : words) vocabulary.put(word, vocabulary.size());
    return tokenizer(vocabulary);
  }

  private static ObjectNode tokenizer(ObjectNode vocabulary) {
    ObjectNode json = JSON.createObjectNode().put("version", "1.0");
    json.putNull("truncation").putNull("padding");
    json.set("added_tokens", added());
    json.putNull("normalizer");
    json.set("pre_tokenizer", JSON.createObjectNode().put("type", "Whitespace"));
    json.set("post_processor", begin());
    // Its clean-up is what takes the space before punctuation away.
    json.putObject("decoder").put("type", "WordPiece").put("prefix", "##").put("cleanup", true);
    ObjectNode model = json.putObject("model").put("type", "WordLevel");
    model.set("vocab", vocabulary);
    model.put("unk_token", "<unk>");
    return json;
  }

  private static ArrayNode added() {
    ArrayNode added = JSON.createArrayNode();
    for (String token : SPECIAL)
      added
          .addObject()
          .put("id", added.size() - 1)
          .put("content", token)
          .put("single_word", false)
          .put("lstrip", false)
          .put("rstrip", false)
          .put("normalized", false)
          .put("special", true);
    return added;
  }

  /** Puts {@code <s>} before every text. */
  private static ObjectNode begin() {
    ObjectNode template = JSON.createObjectNode().put("type", "TemplateProcessing");
    ArrayNode single = template.putArray("single");
    single.addObject().putObject("SpecialToken").put("id", "<s>").put("type_id", 0);
    single.addObject().putObject("Sequence").put("id", "A").put("type_id", 0);
    ArrayNode pair = template.putArray("pair");
    pair.addObject().putObject("SpecialToken").put("id", "<s>").put("type_id", 0);
    pair.addObject().putObject("Sequence").put("id", "A").put("type_id", 0);
    pair.addObject().putObject("Sequence").put("id", "B").put("type_id", 1);
    ObjectNode begin = template.putObject("special_tokens").putObject("<s>");
    begin.put("id", "<s>").putArray("ids").add(SPECIAL.indexOf("<s>"));
    begin.putArray("tokens").add("<s>");
    return template;
  }
}
