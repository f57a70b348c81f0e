package io.github.pgslowlog.workload;

import io.github.pgslowlog.statement.CancelReason;
import io.github.pgslowlog.statement.ForeignKeyCheck;
import java.util.Optional;

/**
 * Statements that were cancelled for the same reason.
 *
 * @param reason why
 * @param foreignKeyCheck the search for referencing rows that was under way, empty if none was
 * @param count number of statements
 */
public record CancelledTotal(
    CancelReason reason, Optional<ForeignKeyCheck> foreignKeyCheck, long count) {}
