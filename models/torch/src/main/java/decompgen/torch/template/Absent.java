package decompgen.torch.template;

/** Python's None, and what a template asks for and is not there. */
enum Absent {
  NONE,
  UNDEFINED
}
