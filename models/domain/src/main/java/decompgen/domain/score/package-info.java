/** Trust and coverage of a response, and the events that tell of it. */
@NullMarked
package decompgen.domain.score;

import org.jspecify.annotations.NullMarked;
