/** Score events as JSON, the same in streams, in the store and in the terminal. */
@NullMarked
package decompgen.verticles.event;

import org.jspecify.annotations.NullMarked;
