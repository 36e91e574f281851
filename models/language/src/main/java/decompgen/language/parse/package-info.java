/** English sentences to words, tags, lemmas and dependency trees. */
@NullMarked
package decompgen.language.parse;

import org.jspecify.annotations.NullMarked;
