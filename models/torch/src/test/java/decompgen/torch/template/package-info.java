/** Tests of templates. */
@NullMarked
package decompgen.torch.template;

import org.jspecify.annotations.NullMarked;
