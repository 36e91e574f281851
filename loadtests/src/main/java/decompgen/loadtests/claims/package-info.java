/**
 * What the experts' verdicts are worth on labelled photos: figures, a diagram, a page of errors.
 */
@NullMarked
package decompgen.loadtests.claims;

import org.jspecify.annotations.NullMarked;
