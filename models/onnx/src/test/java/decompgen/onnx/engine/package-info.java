/** Tests of the package of the same name. */
@NullMarked
package decompgen.onnx.engine;

import org.jspecify.annotations.NullMarked;
