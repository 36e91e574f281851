/** Tests of the package of the same name. */
@NullMarked
package decompgen.onnx.image;

import org.jspecify.annotations.NullMarked;
