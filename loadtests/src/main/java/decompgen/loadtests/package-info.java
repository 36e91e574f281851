/** Benchmarks of the server, each beside a ceiling measured in the same run. */
@NullMarked
package decompgen.loadtests;

import org.jspecify.annotations.NullMarked;
