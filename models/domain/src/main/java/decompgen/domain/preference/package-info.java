/** Pairs of a better and a worse response to the same prompt, and which of them to train on. */
@NullMarked
package decompgen.domain.preference;

import org.jspecify.annotations.NullMarked;
