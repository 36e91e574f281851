/** Rules that find claims in dependency trees. */
@NullMarked
package decompgen.language.extract;

import org.jspecify.annotations.NullMarked;
