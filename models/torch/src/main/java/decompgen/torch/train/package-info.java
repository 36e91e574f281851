/** DPO training of an adapter: batches, log-probabilities, optimiser, checkpoints. */
@NullMarked
package decompgen.torch.train;

import org.jspecify.annotations.NullMarked;
