/** The JSON files of a checkpoint's folder, refused with file and key when they are wrong. */
@NullMarked
package decompgen.torch.checkpoint;

import org.jspecify.annotations.NullMarked;
