/** Pictures: decoding uploads and resizing pixels for models. */
@NullMarked
package decompgen.onnx.image;

import org.jspecify.annotations.NullMarked;
