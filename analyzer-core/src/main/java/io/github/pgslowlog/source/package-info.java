/**
 * Where logs come from.
 *
 * <p>In: paths, folders, globs, archives, standard input. Out: ordered {@link
 * io.github.pgslowlog.source.LogSource}s that open as decompressed bytes.
 */
@NullMarked
package io.github.pgslowlog.source;

import org.jspecify.annotations.NullMarked;
