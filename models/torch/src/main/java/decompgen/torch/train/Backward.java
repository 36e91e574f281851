package decompgen.torch.train;

import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Torch;
import decompgen.torch.policy.LanguageModel.Blocks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorArrayRefOptional;

/**
 * A pass through blocks and what follows them, forward and backward; gradients are added to those
 * of the weights that ask for them.
 */
sealed interface Backward {
  /**
   * Runs both ways.
   *
   * @param embeddings [R, L, D], no gradients wanted
   * @param head from the last block's output to outputs [N]
   * @param gradient from those outputs to the loss's gradient by them, [N]
   */
  void run(
      Blocks blocks,
      Tensor embeddings,
      UnaryOperator<Tensor> head,
      Function<Tensor, Tensor> gradient);

  /** Keeps everything that the way back needs. */
  record Kept() implements Backward {
    @Override
    public void run(
        Blocks blocks,
        Tensor embeddings,
        UnaryOperator<Tensor> head,
        Function<Tensor, Tensor> gradient) {
      Tensor outputs = head.apply(blocks.all(embeddings));
      backward(outputs, gradient.apply(outputs));
    }
  }

  /**
   * Keeps the input of each block only, and computes the block again on the way back (Chen et al.
   * 2016). The blocks must compute the same twice, dropout included.
   */
  record Recomputed() implements Backward {
    @Override
    public void run(
        Blocks blocks,
        Tensor embeddings,
        UnaryOperator<Tensor> head,
        Function<Tensor, Tensor> gradient) {
      List<Tensor> inputs = forward(blocks, embeddings);
      Tensor last = inputs.removeLast().set_requires_grad(true);
      try (TensorScope _ = TensorScope.open()) {
        Tensor outputs = head.apply(last);
        backward(outputs, gradient.apply(outputs));
      }
      Tensor arriving = last;
      for (int i = inputs.size() - 1; i >= 0; i--) {
        Tensor input = inputs.get(i);
        input.set_requires_grad(i > 0);
        try (TensorScope _ = TensorScope.open()) {
          Tensor output = blocks.apply(i, input);
          if (output.requires_grad()) backward(output, arriving.grad());
        }
        arriving.close();
        arriving = input;
      }
    }

    /** Inputs of all blocks, and the last one's output. */
    private static List<Tensor> forward(Blocks blocks, Tensor embeddings) {
      List<Tensor> inputs = new ArrayList<>(List.of(embeddings));
      return Torch.withoutGradients(
          () -> {
            for (int i = 0; i < blocks.size(); i++) inputs.add(blocks.apply(i, inputs.getLast()));
            return inputs;
          });
    }
  }

  private static void backward(Tensor outputs, Tensor gradient) {
    outputs.backward(gradient, new BoolOptional(), false, new TensorArrayRefOptional());
  }
}
