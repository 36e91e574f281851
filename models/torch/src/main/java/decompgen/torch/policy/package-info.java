/** The networks that respond to pictures, one readable file per architecture, and their parts. */
@NullMarked
package decompgen.torch.policy;

import org.jspecify.annotations.NullMarked;
