/** Tests of the whole: a real server in a process of its own, with its models and its database. */
@NullMarked
package decompgen.server.e2e;

import org.jspecify.annotations.NullMarked;
