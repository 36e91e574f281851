/** The pipeline from an image and its responses to a stream of score events. */
@NullMarked
package decompgen.verticles.scoring;

import org.jspecify.annotations.NullMarked;
