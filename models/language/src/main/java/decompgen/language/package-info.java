/** Taking responses apart into claims without a language model. */
@NullMarked
package decompgen.language;

import org.jspecify.annotations.NullMarked;
