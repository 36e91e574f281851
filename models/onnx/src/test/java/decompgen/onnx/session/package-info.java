/** Tests of the package of the same name. */
@NullMarked
package decompgen.onnx.session;

import org.jspecify.annotations.NullMarked;
