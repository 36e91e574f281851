package decompgen.server.e2e;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one server that they share, running; it is stopped after the last of them. */
final class WithServer implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(WithServer.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Served.class;
  }

  @Override
  public Served resolveParameter(ParameterContext parameter, ExtensionContext test) {
    Served served =
        test.getRoot()
            .getStore(NAMESPACE)
            .computeIfAbsent(Served.class, _ -> Served.onNewFolder(), Served.class);
    served.revive();
    return served;
  }
}
