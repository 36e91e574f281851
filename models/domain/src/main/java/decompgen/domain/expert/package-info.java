/** The port of the models that look at pictures, and what they are asked. */
@NullMarked
package decompgen.domain.expert;

import org.jspecify.annotations.NullMarked;
