/** The command line: scores and claims in the terminal, the server, their help. */
@NullMarked
package decompgen.server.cli;

import org.jspecify.annotations.NullMarked;
