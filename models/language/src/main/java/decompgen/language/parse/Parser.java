package decompgen.language.parse;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import edu.emory.mathcs.nlp.common.util.Language;
import edu.emory.mathcs.nlp.component.dep.DEPParser;
import edu.emory.mathcs.nlp.component.dep.DEPState;
import edu.emory.mathcs.nlp.component.morph.MorphologicalAnalyzer;
import edu.emory.mathcs.nlp.component.pos.POSState;
import edu.emory.mathcs.nlp.component.pos.POSTagger;
import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.component.template.util.NLPFlag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An English dependency parser: NLP4J's greedy transition parser and tagger (Choi 2016, models of
 * nlp4j-english 1.1.3) on weights in mapped tables. Safe for use by several threads at once.
 */
public final class Parser {
  public static final String VERSION = "nlp4j-1.1.3/1";

  private final WordTable clusters;
  private final WordTable classes;
  private final POSTagger<NLPNode> tagger = new POSTagger<>();
  private final MorphologicalAnalyzer<NLPNode> lemmas =
      new MorphologicalAnalyzer<>(Language.ENGLISH);
  private final DEPParser<NLPNode> parser = new DEPParser<>();

  private Parser(Path folder) throws IOException {
    clusters = WordTable.open(folder.resolve("clusters.bin"));
    classes = WordTable.open(folder.resolve("classes.bin"));
    WeightTable tags = WeightTable.open(folder.resolve("pos.bin"));
    tagger.setFeatureTemplate(new TableFeatures<POSState<NLPNode>>(tags));
    tagger.setOptimizer(new TableScores(tags));
    tagger.setFlag(NLPFlag.DECODE);
    WeightTable arcs = WeightTable.open(folder.resolve("dep.bin"));
    parser.setFeatureTemplate(new TableFeatures<DEPState<NLPNode>>(arcs));
    parser.setOptimizer(new TableScores(arcs));
    parser.setFlag(NLPFlag.DECODE);
    for (int i = 0; i < arcs.labels().size(); i++)
      parser.getLabelCandidates().add(arcs.labels().get(i), i);
  }

  /**
   * Opens the tables in a folder.
   *
   * @throws Failure with {@code MODEL_UNREADABLE} when they are absent or damaged
   */
  public static Parser open(Path folder) {
    try {
      return new Parser(folder);
    } catch (IOException e) {
      throw new Failure(
          ErrorCode.MODEL_UNREADABLE,
          "The parser's tables in " + folder + " cannot be read: build the project again",
          e);
    }
  }

  /** The tree over the words of one sentence. */
  public Tree parse(List<Word> words) {
    NLPNode[] nodes = nodes(words);
    tagger.process(nodes);
    lemmas.process(nodes);
    parser.process(nodes);
    List<Token> tokens = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) tokens.add(token(i, words.get(i), nodes[i + 1]));
    return new Tree(tokens);
  }

  private NLPNode[] nodes(List<Word> words) {
    NLPNode[] nodes = new NLPNode[words.size() + 1];
    nodes[0] = new NLPNode();
    for (int i = 0; i < words.size(); i++) {
      NLPNode node = new NLPNode(i + 1, words.get(i).form());
      String key = node.getWordFormSimplifiedLowercase();
      node.setAmbiguityClasses(classes.of(key));
      @Nullable List<String> found = clusters.of(key);
      if (found != null) node.setWordClusters(new HashSet<>(found));
      nodes[i + 1] = node;
    }
    return nodes;
  }

  private static Token token(int index, Word word, NLPNode node) {
    @Nullable NLPNode head = node.getDependencyHead();
    return new Token(
        index,
        word.start(),
        word.end(),
        word.form(),
        word.said(),
        node.getLemma().toLowerCase(Locale.ROOT),
        node.getPartOfSpeechTag(),
        head == null ? -1 : head.getID() - 1,
        String.valueOf(node.getDependencyLabel()));
  }
}
