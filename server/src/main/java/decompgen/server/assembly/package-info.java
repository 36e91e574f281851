/** The one place that names the implementations of the ports and puts them together. */
@NullMarked
package decompgen.server.assembly;

import org.jspecify.annotations.NullMarked;
