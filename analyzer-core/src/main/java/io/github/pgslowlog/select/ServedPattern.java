package io.github.pgslowlog.select;

import io.github.pgslowlog.workload.Pattern;

/**
 * A pattern that a candidate can serve.
 *
 * @param pattern the pattern
 * @param reason what the index does for it
 * @param byNaming whether the table of a column is only known from the naming of columns
 */
public record ServedPattern(Pattern pattern, String reason, boolean byNaming) {}
