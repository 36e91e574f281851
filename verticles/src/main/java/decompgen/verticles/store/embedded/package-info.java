/** A real PostgreSQL of the server's own, under its data folder. */
@NullMarked
package decompgen.verticles.store.embedded;

import org.jspecify.annotations.NullMarked;
