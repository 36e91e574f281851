/** What nouns name among the classes of the detector and the classifier. */
@NullMarked
package decompgen.language.vocabulary;

import org.jspecify.annotations.NullMarked;
