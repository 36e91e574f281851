/** What an expert saw in a picture. */
@NullMarked
package decompgen.domain.evidence;

import org.jspecify.annotations.NullMarked;
