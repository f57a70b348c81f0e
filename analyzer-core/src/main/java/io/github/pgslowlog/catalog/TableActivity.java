package io.github.pgslowlog.catalog;

/**
 * How a table is used, as {@code pg_stat_user_tables} counts since the statistics of the database
 * were reset.
 *
 * @param sequentialScans {@code seq_scan}
 * @param sequentialRows {@code seq_tup_read}
 * @param indexScans {@code idx_scan}
 * @param inserted {@code n_tup_ins}
 * @param updated {@code n_tup_upd}
 * @param deleted {@code n_tup_del}
 * @param hotUpdated {@code n_tup_hot_upd}: updates that no index had to know of
 */
public record TableActivity(
    long sequentialScans,
    long sequentialRows,
    long indexScans,
    long inserted,
    long updated,
    long deleted,
    long hotUpdated) {}
