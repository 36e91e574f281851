/** How fast policies respond and are trained, beside a Python peer on the same weights. */
@NullMarked
package decompgen.loadtests.policy;

import org.jspecify.annotations.NullMarked;
