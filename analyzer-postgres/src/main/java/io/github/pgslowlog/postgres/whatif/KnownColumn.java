package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.catalog.ColumnStatistics;
import java.util.OptionalDouble;

/**
 * What the server knows of a column.
 *
 * @param statistics its statistics
 * @param elements how many elements a value has on average, for arrays and the like
 */
record KnownColumn(ColumnStatistics statistics, OptionalDouble elements) {}
