/** SHA-256, by which pictures, weights, pairs and versions are known. */
@NullMarked
package decompgen.domain.hash;

import org.jspecify.annotations.NullMarked;
