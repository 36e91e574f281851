/** Models on disk: what each is, how it is fed, where it comes from, and that it is unchanged. */
@NullMarked
package decompgen.onnx.repository;

import org.jspecify.annotations.NullMarked;
