/** The rules that turn evidence into verdicts and judgements. */
@NullMarked
package decompgen.domain.verdict;

import org.jspecify.annotations.NullMarked;
