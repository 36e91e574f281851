/** Tests of the package of the same name. */
@NullMarked
package decompgen.onnx.expert;

import org.jspecify.annotations.NullMarked;
