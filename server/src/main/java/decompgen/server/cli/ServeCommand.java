package decompgen.server.cli;

import decompgen.server.assembly.Server;
import decompgen.server.assembly.StartUp;
import decompgen.server.config.ServerConfig;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decompgen serve}: the server, until it is told to stop. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description =
        "Serves the API and a page to try it until Ctrl-C; running requests are finished first.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./decompgen serve",
      "  ./decompgen serve --port 9000 --data /var/lib/decompgen",
      "  ./decompgen serve --config my-config --set limits.upload=5MiB",
      "  curl -N -F image=@photo.jpg -F response='A cat.' http://localhost:8080/v1/scores/stream"
    })
public final class ServeCommand implements Callable<Integer> {
  @Mixin private ConfigOptions config = new ConfigOptions();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port of the API (default: 8080; 0 takes a free one).")
  private @Nullable Integer port;

  @Option(
      names = "--management-port",
      paramLabel = "PORT",
      description = "Port of health and metrics (default: 8081; 0 takes a free one).")
  private @Nullable Integer managementPort;

  @Override
  public Integer call() throws InterruptedException {
    long began = System.nanoTime();
    ServerConfig server = config.server(ports());
    System.out.println("starting on " + server.dataFolder());
    Server running = Server.start(server, config.experts(), new StartUp(ServeCommand::tell));
    tellAddress(running, server, Duration.ofNanos(System.nanoTime() - began));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running), "stop"));
    new CountDownLatch(1).await();
    return Exit.FINE;
  }

  private Map<String, Object> ports() {
    Map<String, Object> ports = new LinkedHashMap<>();
    if (port != null) ports.put("http.port", port);
    if (managementPort != null) ports.put("management.port", managementPort);
    return ports;
  }

  private static void tell(StartUp.Step step) {
    System.out.printf("  %-12s %5d ms%n", step.name(), step.took().toMillis());
  }

  private static void tellAddress(Server running, ServerConfig config, Duration took) {
    String host = config.http().host().equals("127.0.0.1") ? "localhost" : config.http().host();
    PrintStream out = System.out;
    out.printf("ready after %.1f s%n", took.toMillis() / 1000.0);
    out.printf("  try it   http://%s:%d%n", host, running.port());
    out.printf("  the API  http://%s:%d/docs%n", host, running.port());
    out.printf(
        "  health   http://%s:%d/health/ready%n",
        config.management().host(), running.managementPort());
  }

  private static void stop(Server running) {
    System.out.println("stopping: running requests are finished first");
    running.stop();
    // Told to stop and stopped is no failure; without this the JVM would exit with the signal's
    // number.
    Runtime.getRuntime().halt(Exit.FINE);
  }
}
