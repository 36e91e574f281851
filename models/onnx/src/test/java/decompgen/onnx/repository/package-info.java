/** Tests of the package of the same name. */
@NullMarked
package decompgen.onnx.repository;

import org.jspecify.annotations.NullMarked;
