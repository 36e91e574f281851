/** Bounded queues with platform threads of their own, on which every native call runs. */
@NullMarked
package decompgen.verticles.lane;

import org.jspecify.annotations.NullMarked;
