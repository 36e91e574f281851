package decompgen.torch.template;

/** What stands behind a bar: {@code value | name(arguments)}. */
interface Filter {
  Object apply(Object value, Arguments arguments);
}
