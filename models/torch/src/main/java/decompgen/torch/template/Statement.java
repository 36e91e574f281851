package decompgen.torch.template;

import java.util.List;

/** A parsed piece of a template that prints. */
interface Statement {
  /** How a loop goes on. */
  enum Flow {
    NEXT,
    CONTINUE,
    BREAK
  }

  Flow run(Scope scope, Output out);

  /** Runs one after the other until one leaves the loop's turn. */
  static Statement all(List<Statement> statements) {
    return (scope, out) -> {
      for (Statement statement : statements) {
        Flow flow = statement.run(scope, out);
        if (flow != Flow.NEXT) return flow;
      }
      return Flow.NEXT;
    };
  }
}
