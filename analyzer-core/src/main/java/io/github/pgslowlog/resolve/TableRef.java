package io.github.pgslowlog.resolve;

import io.github.pgslowlog.catalog.TableName;

/**
 * One use of a table in a statement: the same table joined with itself is two.
 *
 * @param table the table
 * @param alias the name that the statement gives this use
 * @param number counts the uses in the statement, from 0
 */
public record TableRef(TableName table, String alias, int number) {}
