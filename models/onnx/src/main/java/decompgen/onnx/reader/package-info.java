/** Reads text in pictures: PP-OCRv4 finds, turns and recognises lines. */
@NullMarked
package decompgen.onnx.reader;

import org.jspecify.annotations.NullMarked;
