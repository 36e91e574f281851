/** Tests of the reader. */
@NullMarked
package decompgen.onnx.reader;

import org.jspecify.annotations.NullMarked;
