/** Text to tokens and back: tokenizers, streamed decoding, chat templates, prompts. */
@NullMarked
package decompgen.torch.text;

import org.jspecify.annotations.NullMarked;
