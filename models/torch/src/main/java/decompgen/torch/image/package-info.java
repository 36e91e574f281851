/** Pictures as a vision tower takes them: resized, cropped or padded, normalised. */
@NullMarked
package decompgen.torch.image;

import org.jspecify.annotations.NullMarked;
