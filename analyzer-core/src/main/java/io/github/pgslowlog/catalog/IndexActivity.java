package io.github.pgslowlog.catalog;

import java.time.Instant;
import java.util.Optional;

/**
 * How an index is used, as {@code pg_stat_user_indexes} counts since the statistics of the database
 * were reset, on the one server that was asked: a standby has counts of its own.
 *
 * @param scans {@code idx_scan}
 * @param entriesRead {@code idx_tup_read}
 * @param rowsFetched {@code idx_tup_fetch}
 * @param lastScan {@code last_idx_scan}, from version 16
 */
public record IndexActivity(
    long scans, long entriesRead, long rowsFetched, Optional<Instant> lastScan) {}
