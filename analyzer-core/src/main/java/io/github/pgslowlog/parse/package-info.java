/**
 * Syntax of a statement, once per pattern.
 *
 * <p>In: canonical SQL. Out: {@link io.github.pgslowlog.parse.ParseResult}: a JSqlParser tree, a
 * utility command, or the reason why neither.
 */
@NullMarked
package io.github.pgslowlog.parse;

import org.jspecify.annotations.NullMarked;
