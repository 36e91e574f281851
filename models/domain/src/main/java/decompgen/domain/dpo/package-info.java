/** Direct Preference Optimization: the loss of a pair, its gradient and its rewards. */
@NullMarked
package decompgen.domain.dpo;

import org.jspecify.annotations.NullMarked;
