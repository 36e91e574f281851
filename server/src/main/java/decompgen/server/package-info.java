/** The program's entry. */
@NullMarked
package decompgen.server;

import org.jspecify.annotations.NullMarked;
