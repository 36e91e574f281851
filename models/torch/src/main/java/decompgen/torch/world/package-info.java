/** The toy world: pictures whose content is known exactly, and captions of them. */
@NullMarked
package decompgen.torch.world;

import org.jspecify.annotations.NullMarked;
