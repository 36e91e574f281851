/** Decoded images, regions of them, and resizing as Pillow does it. */
@NullMarked
package decompgen.domain.picture;

import org.jspecify.annotations.NullMarked;
