package decompgen.torch.pretrain;

import decompgen.torch.world.Scene;
import decompgen.torch.world.World;
import java.util.ArrayList;
import java.util.List;

/**
 * What lies under the centres of a picture's patches: a thing, by noun and colour, or else the
 * background; the first task of a vision tower.
 *
 * @param answers what can lie there
 */
record Patches(List<String> answers, int across) {
  static Patches of(World world, int across) {
    return new Patches(world.looks(), across);
  }

  /** Indices of the answers, row by row from the top. */
  long[] targets(Scene scene) {
    List<Long> targets = new ArrayList<>();
    for (int y = 0; y < across; y++)
      for (int x = 0; x < across; x++)
        targets.add((long) answers.indexOf(scene.lookAt((x + .5) / across, (y + .5) / across)));
    return targets.stream().mapToLong(Long::longValue).toArray();
  }
}
