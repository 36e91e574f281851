/** What can go wrong, each with a code and a kind that says whose fault it is. */
@NullMarked
package decompgen.domain.error;

import org.jspecify.annotations.NullMarked;
