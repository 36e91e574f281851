/** The pages for people: one to try the server, one that documents it. */
@NullMarked
package decompgen.server.page;

import org.jspecify.annotations.NullMarked;
