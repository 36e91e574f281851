package decompgen.torch.pretrain;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.torch.world.Scene;
import decompgen.torch.world.World;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PatchesTest {
  @Test
  void targets_anyScene_nameItsThingsAndItsBackground() {
    World world = World.load();
    Patches patches = Patches.of(world, 7);
    for (Scene scene : world.scenes(6, 0).limit(50).toList())
      assertThat(
              Arrays.stream(patches.targets(scene))
                  .mapToObj(target -> patches.answers().get((int) target))
                  .collect(Collectors.toSet()))
          .contains(scene.background())
          .hasSizeBetween(2, 1 + scene.things().size());
  }
}
