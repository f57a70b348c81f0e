/**
 * The syntax of a statement: an immutable tree of our own.
 *
 * <p>In: nothing, the parsers of skeleton and parse build it. Out: what {@link
 * io.github.pgslowlog.resolve} reads. Names are folded as PostgreSQL folds them; values are the
 * numbers of the marks in canonical text, so that no value of a log can be in a tree.
 */
@NullMarked
package io.github.pgslowlog.syntax;

import org.jspecify.annotations.NullMarked;
