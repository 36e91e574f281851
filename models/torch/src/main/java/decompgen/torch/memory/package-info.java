/** Native memory: devices, dtypes, scopes that free tensors, weights mapped from files. */
@NullMarked
package decompgen.torch.memory;

import org.jspecify.annotations.NullMarked;
