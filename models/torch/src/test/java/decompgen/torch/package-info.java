/** The reference's numbers, for the tests. */
@NullMarked
package decompgen.torch;

import org.jspecify.annotations.NullMarked;
