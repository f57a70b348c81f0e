/**
 * Syntax of a statement, once per pattern; the only package that knows JSqlParser.
 *
 * <p>In: canonical SQL. Out: {@link io.github.pgslowlog.parse.ParseResult}: syntax of its commands,
 * a utility command, or the reason why neither.
 */
@NullMarked
package io.github.pgslowlog.parse;

import org.jspecify.annotations.NullMarked;
