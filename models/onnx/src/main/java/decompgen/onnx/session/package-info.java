/** Models computed by ONNX Runtime. */
@NullMarked
package decompgen.onnx.session;

import org.jspecify.annotations.NullMarked;
