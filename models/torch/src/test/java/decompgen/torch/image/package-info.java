/** Tests of the pixels that vision towers take. */
@NullMarked
package decompgen.torch.image;

import org.jspecify.annotations.NullMarked;
