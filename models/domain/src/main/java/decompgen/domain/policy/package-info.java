/** The port of the models that respond to pictures. */
@NullMarked
package decompgen.domain.policy;

import org.jspecify.annotations.NullMarked;
