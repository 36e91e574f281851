package decompgen.torch.pretrain;

import decompgen.torch.world.Captioner;
import decompgen.torch.world.Scene;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Asks about scenes in some words and says what the answer would be.
 *
 * @param encode a text to its token ids alone
 */
record Teacher(Captioner captioner, Function<String, int[]> encode) {
  private static final List<String> QUESTIONS =
      List.of(
          "Describe the picture.",
          "Describe the image.",
          "Describe this image in detail.",
          "Please describe this picture in detail.",
          "What is in the picture?",
          "What do you see in the image?",
          "Describe it.");

  /** Every word that a policy should know, said in many captions. */
  static List<String> texts(Captioner captioner, List<Scene> scenes, SplittableRandom random) {
    return java.util.stream.Stream.concat(
            QUESTIONS.stream().map(Teacher::prompt),
            scenes.stream().map(scene -> captioner.caption(scene, random)))
        .toList();
  }

  private static String prompt(String question) {
    return "USER: <image>\n" + question + " ASSISTANT:";
  }

  /** One question and caption for each scene. */
  CaptionBatch batch(List<Scene> scenes, SplittableRandom random) {
    return CaptionBatch.of(
        scenes.stream().map(scene -> row(scene, random)).toList(),
        ToyTokenizer.SPECIAL.indexOf("<image>"));
  }

  private CaptionBatch.Row row(Scene scene, SplittableRandom random) {
    String question = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
    int[] prompt = encode.apply("<s>" + prompt(question));
    int[] caption = encode.apply(captioner.caption(scene, random) + "</s>");
    return new CaptionBatch.Row(prompt, caption);
  }
}
