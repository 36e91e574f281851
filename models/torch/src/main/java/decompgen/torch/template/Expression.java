package decompgen.torch.template;

/** A parsed expression. */
interface Expression {
  Object value(Scope scope);
}
