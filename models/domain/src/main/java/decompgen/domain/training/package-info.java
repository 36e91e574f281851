/** The port of DPO training: pairs and settings in, metrics while it runs, an adapter out. */
@NullMarked
package decompgen.domain.training;

import org.jspecify.annotations.NullMarked;
