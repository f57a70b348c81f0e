/**
 * What a statement means: which columns of which tables it uses, and how.
 *
 * <p>In: a JSqlParser tree. Out: {@link io.github.pgslowlog.resolve.QueryShape}. JSqlParser types
 * stop here.
 */
@NullMarked
package io.github.pgslowlog.resolve;

import org.jspecify.annotations.NullMarked;
