package decompgen.server.cli;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.score.ScoreEvent;
import decompgen.domain.score.ScoreId;
import decompgen.server.assembly.Sample;
import decompgen.server.config.ServerConfig;
import decompgen.verticles.event.EventJson;
import decompgen.verticles.scoring.ScoreRequest;
import decompgen.verticles.store.DataFolder;
import decompgen.verticles.store.RunningServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code decompgen score}: one photo and what was said of it, judged in the terminal. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    description = {
      "Scores responses about a photo: every claim with the verdict of each expert as it lands, then trust and coverage.",
      "Uses the server that runs on the same data folder; without one it works in its own process and stores nothing."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./decompgen score --sample coffee",
      "  ./decompgen score photo.jpg \"A cat lies on a red sofa.\"",
      "  ./decompgen score photo.jpg \"A cat.\" \"A dog.\"            two responses, ranked",
      "  ./decompgen score --json photo.jpg \"Two dogs.\" | jq .      the events, one a line",
      "  ./decompgen score --fail-on contradicted photo.jpg \"…\"     exit code 1 when a claim is contradicted"
    })
public final class ScoreCommand implements Callable<Integer> {
  enum FailOn {
    contradicted
  }

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOptions config = new ConfigOptions();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PHOTO",
      description = "JPEG, PNG, WebP, GIF or BMP.")
  private @Nullable Path photo;

  @Parameters(
      index = "1..*",
      paramLabel = "RESPONSE",
      description = "What was said about the photo; several are ranked.")
  private List<String> responses = new ArrayList<>();

  @Option(
      names = "--sample",
      paramLabel = "NAME",
      description = "A photo that ships with the project: ${COMPLETION-CANDIDATES}.",
      completionCandidates = Sample.Names.class)
  private @Nullable String sample;

  @Option(
      names = "--question",
      paramLabel = "TEXT",
      description = "What had been asked about the photo.")
  private @Nullable String question;

  @Option(names = "--json", description = "Print the events as JSON, one a line.")
  private boolean json;

  @Option(
      names = "--fail-on",
      paramLabel = "VERDICT",
      description = "Exit with 1 when a claim has this verdict: ${COMPLETION-CANDIDATES}.")
  private @Nullable FailOn failOn;

  @Override
  public Integer call() {
    ScoreRequest request = request();
    ScorePrinter printer =
        new ScorePrinter(
            json ? new PrintStream(OutputStream.nullOutputStream()) : System.out, Ansi.AUTO);
    events(request, event -> show(event, printer));
    if (printer.failed()) return Exit.FAILED;
    return failOn == FailOn.contradicted && printer.contradicted() > 0
        ? Exit.CONTRADICTED
        : Exit.FINE;
  }

  private void events(ScoreRequest request, EventListener listener) {
    ServerConfig server = config.server(Map.of());
    Optional<RunningServer> running = DataFolder.running(server.dataFolder());
    if (running.isPresent()) new RemoteScore(running.get().address()).run(request, listener);
    else LocalScore.run(server, config.experts(), request, listener);
  }

  private void show(ScoreEvent event, ScorePrinter printer) {
    if (json) System.out.println(EventJson.write(event));
    printer.print(event);
  }

  private ScoreRequest request() {
    if (sample != null) {
      Sample chosen = new Sample(sample);
      return request(chosen.image(), said(chosen, photo));
    }
    if (photo == null) throw wrong("Which photo? Name a file, or try --sample coffee.");
    if (responses.isEmpty())
      throw wrong(
          "What was said about the photo? Add it in quotes: score " + photo + " \"A cat.\"");
    return request(read(photo), responses);
  }

  /** With --sample the first word is no photo but a response of the user's own. */
  private List<String> said(Sample chosen, @Nullable Path first) {
    if (first == null) return List.of(chosen.response());
    List<String> own = new ArrayList<>(List.of(first.toString()));
    own.addAll(responses);
    return own;
  }

  private ScoreRequest request(byte[] image, List<String> said) {
    return new ScoreRequest(
        ScoreId.random(), new ScoreRequest.Image.Uploaded(image), question, said, false);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  static byte[] read(Path photo) {
    try {
      return Files.readAllBytes(photo);
    } catch (NoSuchFileException missing) {
      throw new Failure(ErrorCode.NOT_FOUND, photo + " does not exist.", missing);
    } catch (IOException unreadable) {
      throw new Failure(
          ErrorCode.IMAGE_UNREADABLE, photo + " cannot be read: " + unreadable, unreadable);
    }
  }
}
