/** What verdicts are worth: labelled sentences, judged and counted. */
@NullMarked
package decompgen.domain.benchmark;

import org.jspecify.annotations.NullMarked;
