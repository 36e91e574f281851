package decompgen.torch.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One turn of a conversation. */
public record Message(Role role, List<Part> content) {
  /** Who speaks. */
  public enum Role {
    SYSTEM,
    USER,
    ASSISTANT;

    /** As templates write it. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A piece of what is said. */
  public sealed interface Part {
    /** Words. */
    record Text(String text) implements Part {}

    /**
     * A picture, whose pixels are handed over beside the prompt.
     *
     * @param name stands in Qwen-VL's prompts only
     */
    record Image(String name) implements Part {}
  }

  public Message {
    content = List.copyOf(content);
  }

  public static Message of(Role role, String text) {
    return new Message(role, List.of(new Part.Text(text)));
  }

  /** A question about pictures, which come first. */
  public static Message ask(List<String> images, String question) {
    List<Part> parts = new ArrayList<>();
    images.forEach(name -> parts.add(new Part.Image(name)));
    parts.add(new Part.Text(question));
    return new Message(Role.USER, parts);
  }

  /** The names of the pictures, in order. */
  public List<String> images() {
    return content.stream()
        .flatMap(part -> part instanceof Part.Image(String name) ? Stream.of(name) : Stream.empty())
        .toList();
  }

  /** The words alone. */
  public String text() {
    return content.stream()
        .map(part -> part instanceof Part.Text(String text) ? text : "")
        .collect(Collectors.joining());
  }
}
