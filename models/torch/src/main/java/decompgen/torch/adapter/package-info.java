/** Low-rank adapters: on the network, in training, and in the files that PEFT reads and writes. */
@NullMarked
package decompgen.torch.adapter;

import org.jspecify.annotations.NullMarked;
