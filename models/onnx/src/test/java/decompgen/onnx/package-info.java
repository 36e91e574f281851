/** What the tests of several packages share. */
@NullMarked
package decompgen.onnx;

import org.jspecify.annotations.NullMarked;
