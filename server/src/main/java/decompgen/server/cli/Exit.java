package decompgen.server.cli;

/** The exit codes of every command. */
public final class Exit {
  public static final int FINE = 0;
  public static final int CONTRADICTED = 1;
  public static final int USAGE = 2;
  public static final int FAILED = 3;

  private Exit() {}
}
