package decompgen.torch.port;

import decompgen.domain.policy.Policy.ResponseListener;
import decompgen.torch.generate.TokenSink;
import decompgen.torch.text.TextStream;
import decompgen.torch.text.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/** Turns the tokens of several responses into text as they come. */
final class Writing implements TokenSink {
  private final List<TextStream> streams = new ArrayList<>();
  private final List<StopTexts> texts = new ArrayList<>();
  private final ResponseListener listener;

  Writing(Tokenizer tokenizer, int responses, List<String> stops, ResponseListener listener) {
    this.listener = listener;
    for (int i = 0; i < responses; i++) {
      streams.add(tokenizer.stream());
      texts.add(new StopTexts(stops));
    }
  }

  @Override
  public boolean take(int row, int token) {
    StopTexts text = texts.get(row);
    tell(row, text.add(streams.get(row).next(token)));
    return !text.stopped();
  }

  /** The whole responses, once all have ended. */
  List<String> end() {
    for (int i = 0; i < texts.size(); i++) {
      tell(i, texts.get(i).add(streams.get(i).end()));
      tell(i, texts.get(i).end());
    }
    return texts.stream().map(StopTexts::text).toList();
  }

  private void tell(int row, String fresh) {
    if (!fresh.isEmpty()) listener.heard(row, fresh);
  }
}
