package decompgen.torch.template;

/** A function, a method bound to its value, or a macro. */
interface Callable {
  Object call(Arguments arguments);
}
