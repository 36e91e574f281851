package decompgen.torch.template;

/** What stands behind is: {@code value is name(arguments)}. */
interface Test {
  boolean holds(Object value, Arguments arguments);
}
