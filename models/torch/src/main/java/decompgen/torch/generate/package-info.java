/** Writing responses token by token: prefill, cache, sampling, stopping. */
@NullMarked
package decompgen.torch.generate;

import org.jspecify.annotations.NullMarked;
