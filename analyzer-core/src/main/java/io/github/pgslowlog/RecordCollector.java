package io.github.pgslowlog;

import io.github.pgslowlog.block.BlockRecords;
import io.github.pgslowlog.decode.LogEntry;
import io.github.pgslowlog.filter.EntryFilter;
import io.github.pgslowlog.fingerprint.KnownStatement;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.statement.SessionTracker;
import io.github.pgslowlog.statement.StatementKind;
import io.github.pgslowlog.workload.WorkloadAccumulator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds up the statements in records of blocks that pass a filter, all without one. */
record RecordCollector(
    SessionTracker sessions,
    OverlapWatch overlaps,
    WorkloadAccumulator workload,
    @Nullable EntryFilter filter)
    implements RecordListener {
  @Override
  public void entry(LogEntry entry, Languages languages) {
    sessions.accept(entry, languages);
  }

  @Override
  public void record(String file, BlockRecords records, int i) {
    StatementKind kind = records.kind(i);
    if (kind.isExecution()) {
      sessions.executed(records.origin(i), file, records.offset(i), records.textKey(i));
    }
    int sqlLength = records.sqlTo(i) - records.sqlFrom(i);
    overlaps.statement(file, records.timeMicros(i), records.micros(i), kind, sqlLength);
    KnownStatement statement = Objects.requireNonNull(records.statement(i));
    if (filter != null
        && !filter.passes(
            statement,
            kind,
            records.origin(i),
            records.timeMicros(i),
            records.micros(i),
            records.sql(i),
            records.sqlFrom(i),
            records.sqlTo(i))) {
      return;
    }
    workload.add(
        statement,
        records.tags(i),
        kind,
        records.origin(i),
        records.timeMicros(i),
        records.micros(i),
        records.sql(i),
        records.sqlFrom(i),
        records.sqlTo(i),
        records.detail(i),
        records.detailFrom(i),
        records.detailTo(i));
  }
}
