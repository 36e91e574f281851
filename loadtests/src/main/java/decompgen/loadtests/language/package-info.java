/** What the decomposer finds: its claims against DSG's tuples and CHAIR's nouns. */
@NullMarked
package decompgen.loadtests.language;

import org.jspecify.annotations.NullMarked;
