/** What the server tells those who run it: alive, ready, metrics. */
@NullMarked
package decompgen.server.health;

import org.jspecify.annotations.NullMarked;
