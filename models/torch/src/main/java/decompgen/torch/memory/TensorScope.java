package decompgen.torch.memory;

import java.util.Iterator;
import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Frees every tensor made in its thread while it is open, but those handed on. Scopes nest; one
 * belongs to the thread that opened it. What autograd needs for its backward pass lives on in
 * libtorch whatever the scope frees.
 */
public final class TensorScope implements AutoCloseable {
  private final @Nullable PointerScope outer;
  private final PointerScope scope;

  private TensorScope(@Nullable PointerScope outer) {
    this.outer = outer;
    this.scope = new PointerScope();
  }

  public static TensorScope open() {
    Iterator<PointerScope> open = PointerScope.getScopeIterator();
    return new TensorScope(open.hasNext() ? open.next() : null);
  }

  /** Computes in a scope of its own, so that all but the result is freed at once. */
  public static Tensor of(Supplier<Tensor> computation) {
    try (TensorScope scope = open()) {
      return scope.handOn(computation.get());
    }
  }

  /**
   * Lets a tensor live in the scope around this one; where there is none the caller closes it.
   * Handing the same tensor on twice is a mistake that frees it late, not early.
   */
  public Tensor handOn(Tensor tensor) {
    if (outer == null) tensor.retainReference();
    else outer.attach(tensor);
    return tensor;
  }

  /** Lets a tensor outlive all scopes; its owner closes it. */
  public static Tensor keep(Tensor tensor) {
    tensor.retainReference();
    return tensor;
  }

  @Override
  public void close() {
    scope.close();
  }
}
