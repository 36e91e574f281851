/** The wire: HTTP handlers bound to the contract, streams of events, uploads, problems. */
@NullMarked
package decompgen.server.http;

import org.jspecify.annotations.NullMarked;
