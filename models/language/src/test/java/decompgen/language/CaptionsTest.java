package decompgen.language;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Claim.SpatialClaim;
import decompgen.domain.claim.Sentence;
import decompgen.domain.claim.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Properties that hold for every response, tried on captions, on all of them joined, and on noise.
 */
class CaptionsTest {
  private static final SentenceDecomposer DECOMPOSER = Said.DECOMPOSER;

  @ParameterizedTest
  @MethodSource("responses")
  void sentences_everyResponse_cutOutTheirText(String response) {
    int end = 0;
    List<Sentence> sentences = DECOMPOSER.sentences(response);
    assertThat(sentences).isNotEmpty();
    for (Sentence sentence : sentences) {
      assertThat(sentence.number()).isEqualTo(sentences.indexOf(sentence));
      assertThat(sentence.span().start()).isGreaterThanOrEqualTo(end);
      assertThat(sentence.span().cut(response)).isEqualTo(sentence.text());
      end = sentence.span().end();
    }
  }

  @ParameterizedTest
  @MethodSource("responses")
  void decompose_everyResponse_claimsAreSound(String response) {
    List<Claim> before = new ArrayList<>();
    for (Sentence sentence : DECOMPOSER.sentences(response)) {
      List<Claim> claims = DECOMPOSER.decompose(sentence, before);
      assertThat(claims).isEqualTo(DECOMPOSER.decompose(sentence, before));
      for (int i = 0; i < claims.size(); i++) sound(claims, i, sentence, response);
      before.addAll(claims);
    }
  }

  /** A thing, or the side that tells it apart from others. */
  private static boolean required(Claim claim) {
    return claim instanceof ObjectClaim
        || claim instanceof SpatialClaim(_, _, _, var object) && object == null;
  }

  private static void sound(List<Claim> claims, int id, Sentence sentence, String response) {
    Claim claim = claims.get(id);
    assertThat(claim.id()).isEqualTo(id);
    assertThat(claim.requires()).allMatch(required -> 0 <= required && required < id);
    assertThat(claim.requires()).allMatch(required -> required(claims.get(required)));
    assertThat(claims.subList(0, id)).noneMatch(claim::says);
    assertThat(claim.basis().spans()).isNotEmpty();
    int end = sentence.span().start();
    for (Span span : claim.basis().spans()) {
      assertThat(span.start()).isGreaterThanOrEqualTo(end);
      end = span.end();
      assertThat(end).isLessThanOrEqualTo(sentence.span().end());
      assertThat(span.cut(response)).isEqualTo(span.cut(response).strip()).isNotEmpty();
    }
    assertThat(words(claim, response)).containsAll(List.of(claim.basis().text().split("\\s+")));
  }

  private static Set<String> words(Claim claim, String response) {
    Set<String> words = new HashSet<>();
    for (Span span : claim.basis().spans()) words.addAll(List.of(span.cut(response).split("\\s+")));
    return words;
  }

  static List<String> responses() throws IOException {
    try (InputStream in = CaptionsTest.class.getResourceAsStream("captions.txt")) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<String> responses = new ArrayList<>(all.lines().toList());
      responses.add(all);
      responses.addAll(noise(all, responses.size()));
      responses.add("word ".repeat(4000));
      responses.add("a dog and ".repeat(400));
      responses.add("\"".repeat(50) + " \uD83D sign reads \uDC00 '");
      return responses;
    }
  }

  /** Captions with characters swapped, doubled and lost, always the same. */
  private static List<String> noise(String all, int seed) {
    var random = new Random(seed);
    List<String> noise = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int from = random.nextInt(all.length() - 200);
      var text = new StringBuilder(all.substring(from, from + 150));
      for (int j = 0; j < 6; j++) {
        int at = random.nextInt(text.length());
        if (random.nextBoolean()) text.deleteCharAt(at);
        else text.insert(at, "'\"*-—é🐱\u0301 \n.".charAt(random.nextInt(12)));
      }
      noise.add(text + ".");
    }
    return noise;
  }

  @Test
  void decompose_severalThreadsAtOnce_sameClaims() throws Exception {
    String response = String.join("\n", responses().subList(0, 39));
    List<Claim> expected = Said.claims(response);
    try (var pool = Executors.newFixedThreadPool(4)) {
      Callable<List<Claim>> task = () -> Said.claims(response);
      for (var future : pool.invokeAll(List.of(task, task, task, task)))
        assertThat(future.get()).isEqualTo(expected);
    }
  }
}
