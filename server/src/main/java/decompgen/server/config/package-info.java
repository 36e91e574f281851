/**
 * The configuration: YAML files with a default for every key, read once into records, refused
 * loudly.
 */
@NullMarked
package decompgen.server.config;

import org.jspecify.annotations.NullMarked;
