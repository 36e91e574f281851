/** The toy world: pictures whose content is known exactly, captions of them, and their judge. */
@NullMarked
package decompgen.torch.world;

import org.jspecify.annotations.NullMarked;
