/** Experts that look at pictures with one model: the detector and the classifier. */
@NullMarked
package decompgen.onnx.expert;

import org.jspecify.annotations.NullMarked;
