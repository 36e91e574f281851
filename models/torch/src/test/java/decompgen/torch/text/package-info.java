/** Tests of tokenizers and prompts. */
@NullMarked
package decompgen.torch.text;

import org.jspecify.annotations.NullMarked;
