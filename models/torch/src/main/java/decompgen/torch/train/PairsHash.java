package decompgen.torch.train;

import decompgen.domain.hash.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 of pairs: their tokens, their pictures' keys, their order; not their names. */
final class PairsHash {
  private PairsHash() {}

  static String of(TrainingData data) {
    MessageDigest digest = Sha256.digest();
    for (List<TokenPair> pairs : List.of(data.training(), data.heldOut())) {
      number(digest, pairs.size());
      for (TokenPair pair : pairs) add(digest, pair);
    }
    return "sha256:" + HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, TokenPair pair) {
    number(digest, pair.pictures().size());
    for (String picture : pair.pictures()) {
      byte[] key = picture.getBytes(StandardCharsets.UTF_8);
      number(digest, key.length);
      digest.update(key);
    }
    for (int[] ids : List.of(pair.prompt(), pair.chosen(), pair.rejected())) {
      number(digest, ids.length);
      for (int id : ids) number(digest, id);
    }
  }

  private static void number(MessageDigest digest, int value) {
    digest.update(ByteBuffer.allocate(4).putInt(value).flip());
  }
}
