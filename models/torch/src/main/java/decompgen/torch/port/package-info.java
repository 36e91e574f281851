/** The domain's ports on libtorch: a checkpoint that responds, and one that is trained. */
@NullMarked
package decompgen.torch.port;

import org.jspecify.annotations.NullMarked;
