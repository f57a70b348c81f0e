package io.github.pgslowlog.syntax;

import java.util.Optional;

/**
 * An element of a SELECT list or of RETURNING.
 *
 * @param expression what is given; {@link Expression.Star} for {@code *} and {@code t.*}
 * @param alias its name if one is written, folded
 */
public record Output(Expression expression, Optional<String> alias) {}
