/** The port of the runtimes that compute models: named arrays in, named arrays out. */
@NullMarked
package decompgen.onnx.engine;

import org.jspecify.annotations.NullMarked;
