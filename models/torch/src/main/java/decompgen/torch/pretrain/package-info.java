/** Makes the toy policy: a tiny LLaVA that learns to caption the toy world's pictures. */
@NullMarked
package decompgen.torch.pretrain;

import org.jspecify.annotations.NullMarked;
