/** What is kept: pictures as files, scores and their events in PostgreSQL. */
@NullMarked
package decompgen.verticles.store;

import org.jspecify.annotations.NullMarked;
