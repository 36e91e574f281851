package decompgen.torch.policy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;

/** Where in a prompt's token ids the features of pictures belong. */
public sealed interface ImageTokens {

  /** Tokens that one picture takes. */
  int each();

  /**
   * The ids with as many tokens for each picture as its features take.
   *
   * @throws Failure REQUEST_INVALID when the ids have room for another number of pictures
   */
  long[] expand(long[] ids, int pictures);

  /**
   * Where each picture's features begin in expanded ids.
   *
   * @throws Failure REQUEST_INVALID when the ids have room for another number of pictures
   */
  int[] starts(long[] expanded, int pictures);

  /** Ids of pictures and of what surrounds them: no response may hold one. */
  Set<Integer> reserved();

  /** A model of texts alone. */
  record None() implements ImageTokens {
    @Override
    public int each() {
      return 0;
    }

    @Override
    public long[] expand(long[] ids, int pictures) {
      if (pictures == 0) return ids;
      throw new Failure(
          ErrorCode.REQUEST_INVALID, "the policy takes no pictures, the prompt has " + pictures);
    }

    @Override
    public int[] starts(long[] expanded, int pictures) {
      expand(expanded, pictures);
      return new int[0];
    }

    @Override
    public Set<Integer> reserved() {
      return Set.of();
    }
  }

  /**
   * LLaVA's: one id a picture, or that id repeated as often as the picture takes tokens.
   *
   * @param id {@code image_token_index}
   */
  record Repeated(long id, int each) implements ImageTokens {
    @Override
    public long[] expand(long[] ids, int pictures) {
      long count = Arrays.stream(ids).filter(i -> i == id).count();
      if (count == (long) pictures * each) return ids;
      if (count == pictures)
        return Arrays.stream(ids)
            .flatMap(i -> IntStream.range(0, i == id ? each : 1).mapToLong(_ -> i))
            .toArray();
      throw new Failure(
          ErrorCode.REQUEST_INVALID,
          "the prompt has %d image tokens (id %d) for %d pictures; a picture takes one, or %d"
              .formatted(count, id, pictures, each));
    }

    @Override
    public int[] starts(long[] expanded, int pictures) {
      int[] starts = new int[pictures];
      int at = 0;
      for (int i = 0; i < pictures; i++, at += each) {
        while (at < expanded.length && expanded[at] != id) at++;
        starts[i] = at;
        for (int j = at; j < at + each; j++)
          if (j >= expanded.length || expanded[j] != id)
            throw new Failure(
                ErrorCode.REQUEST_INVALID,
                "the image tokens from position %d on are fewer than %d".formatted(at, each));
      }
      return starts;
    }

    @Override
    public Set<Integer> reserved() {
      return Set.of((int) id);
    }
  }

  /**
   * Qwen-VL's: between the ids {@code <img>} and {@code </img>}, whatever stands there.
   *
   * @param begin {@code image_start_id}; the next two are those of {@code </img>} and {@code
   *     <imgpad>}
   */
  record Between(long begin, int each) implements ImageTokens {
    @Override
    public long[] expand(long[] ids, int pictures) {
      return ids;
    }

    @Override
    public int[] starts(long[] ids, int pictures) {
      int[] begins = IntStream.range(0, ids.length).filter(i -> ids[i] == begin).toArray();
      if (begins.length != pictures)
        throw new Failure(
            ErrorCode.REQUEST_INVALID,
            "the prompt has %d image spans (id %d) for %d pictures"
                .formatted(begins.length, begin, pictures));
      for (int at : begins)
        if (at + each + 1 >= ids.length || ids[at + each + 1] != begin + 1)
          throw new Failure(
              ErrorCode.REQUEST_INVALID,
              "the image span at position %d does not hold %d tokens".formatted(at, each));
      return Arrays.stream(begins).map(at -> at + 1).toArray();
    }

    @Override
    public Set<Integer> reserved() {
      int first = (int) begin;
      return Set.of(first, first + 1, first + 2);
    }
  }
}
