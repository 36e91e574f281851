/** Decoded images and regions of them. */
@NullMarked
package decompgen.domain.picture;

import org.jspecify.annotations.NullMarked;
