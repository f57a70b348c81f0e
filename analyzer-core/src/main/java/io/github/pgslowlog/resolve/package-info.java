/**
 * What a statement means: which columns of which tables it uses, and how.
 *
 * <p>In: a syntax tree, and a catalog if there is one. Out: {@link
 * io.github.pgslowlog.resolve.QueryShape}.
 */
@NullMarked
package io.github.pgslowlog.resolve;

import org.jspecify.annotations.NullMarked;
