/** Jinja as chat templates use it: values of Python's kinds, no access to anything else. */
@NullMarked
package decompgen.torch.template;

import org.jspecify.annotations.NullMarked;
