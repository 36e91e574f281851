/** Atomic statements of a response, and the port that finds them. */
@NullMarked
package decompgen.domain.claim;

import org.jspecify.annotations.NullMarked;
