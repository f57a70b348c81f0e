package io.github.pgslowlog.select;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.ColumnDefinition;
import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.catalog.Index;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.Table;
import io.github.pgslowlog.catalog.TableActivity;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.catalog.TableStatistics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Tells what an index costs when rows are written.
 *
 * <p>An update that changes no column of any index, summarizing ones (BRIN) aside, is heap-only
 * (HOT) and leaves the indexes alone. If an index is created on a column that updates set, or with
 * such a column in INCLUDE or in its predicate, these updates give a new entry to each index of the
 * table. See <a href="https://www.postgresql.org/docs/current/storage-hot.html">Heap-Only
 * Tuples</a>.
 *
 * <p>How much is written is taken from the counters of the tables alone. A log of slow statements
 * has too few of the writes, as most are fast. But if already those that it has take longer with an
 * index than the index saves, it is not worth it.
 */
public final class WriteCostModel {
  private static final Pattern WORD =
      Pattern.compile("\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*");

  /** WAL of a row, measured: 104 bytes without any index, and what its columns take. */
  private static final double ROW = 100;

  /** WAL of an update without index, measured. */
  private static final double UPDATE = 75;

  /** Microseconds for a byte of WAL, of which an entry has some 80: less than was measured. */
  private static final double MICROS_OF_BYTE = 0.05;

  private static final Duration DAY = Duration.ofDays(1);

  private static final int PAGE_BYTES = 8_192;

  private final Catalog catalog;
  private final List<LoggedUpdate> updates;
  private final List<LoggedInsert> inserts;
  private final IndexEntryBytes entries;
  private final double written;
  private final double tableBytes;

  /**
   * Makes a model.
   *
   * @param catalog the database
   * @param updates which columns statements of the log set
   */
  public WriteCostModel(Catalog catalog, Collection<LoggedUpdate> updates) {
    this(catalog, updates, List.of());
  }

  /**
   * Makes a model.
   *
   * @param catalog the database
   * @param updates which columns statements of the log set
   * @param inserts into which tables statements of the log insert
   */
  public WriteCostModel(
      Catalog catalog, Collection<LoggedUpdate> updates, Collection<LoggedInsert> inserts) {
    this.catalog = catalog;
    this.updates = List.copyOf(updates);
    this.inserts = List.copyOf(inserts);
    entries = new IndexEntryBytes(catalog);
    written = catalog.tables().stream().map(Table::name).mapToDouble(this::written).sum();
    tableBytes =
        catalog.tables().stream()
            .flatMap(table -> catalog.statistics(table.name()).stream())
            .mapToDouble(statistics -> (double) statistics.pages() * PAGE_BYTES)
            .sum();
  }

  /**
   * Nothing is known of the database.
   *
   * @return a model that knows only what an entry takes
   */
  public static WriteCostModel unknown() {
    return new WriteCostModel(Catalog.empty(), List.of());
  }

  /**
   * What an index costs.
   *
   * @param index the index
   * @param bytes its size
   * @return the bytes by row, and by day if it is known how much is written
   */
  public WriteCost cost(CandidateIndex index, long bytes) {
    double share = entries.shareOfRows(index, bytes);
    double own = entries.of(index) * share;
    Set<String> fresh = freshColumns(index);
    double all = own + existing(index.table());
    boolean losesHot = !fresh.isEmpty() && isHot(index.table());
    Set<String> hot = new TreeSet<>(fresh);
    hot.retainAll(set(index.table()));
    return new WriteCost(
        own, losesHot ? all : own, List.copyOf(hot), perDay(index, own, losesHot ? all : own, hot));
  }

  /**
   * How much longer the logged writes take with an index, in microseconds: at least, as there may
   * be more writes than the log has, and a statement may write more than a row.
   */
  double loggedMicros(CandidateIndex index, long bytes) {
    Set<String> columns =
        isSummarizing(index.accessMethod())
            ? Set.of()
            : columns(index.table(), index.keys(), index.included(), index.predicate());
    WriteCost cost = cost(index, bytes);
    double written = 0;
    for (LoggedInsert insert : inserts) {
      written += insert.table().equals(index.table()) ? insert.calls() * cost.bytesPerInsert() : 0;
    }
    for (LoggedUpdate update : updates) {
      boolean touches =
          update.table().equals(index.table())
              && update.columns().stream().anyMatch(columns::contains);
      boolean fresh = update.columns().stream().anyMatch(cost.hotColumns()::contains);
      written +=
          touches ? update.calls() * (fresh ? cost.bytesPerUpdate() : cost.bytesPerInsert()) : 0;
    }
    return written * MICROS_OF_BYTE;
  }

  /** Bytes of an index as a share of those of all tables, 0 if these are not known. */
  double shareOfTables(long bytes) {
    return tableBytes <= 0 ? 0 : Math.min(1, bytes / tableBytes);
  }

  /** What an index adds to all that is written, 0 if that is not known. */
  double shareOfWrites(CandidateIndex index, long bytes) {
    double added = written(index, cost(index, bytes));
    return written <= 0 ? 0 : Math.min(1, added / written);
  }

  /**
   * Why nobody knows how much an index costs a day.
   *
   * @param table the table of the index
   * @return a sentence for people, with the counts where the server has counted for too short a
   *     time to speak of days; empty if it is known
   */
  Optional<String> unknown(TableName table) {
    Optional<TableActivity> counted = counted(table);
    if (counted.isEmpty()) {
      return Optional.of(
          "write cost unknown: the statistics do not tell how much is written to the table");
    }
    return isDay()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "write cost a day unknown: the server has counted for %s only, in which %,d rows"
                    + " of the table were inserted and %,d updated",
                words(observed()),
                counted.get().inserted(),
                counted.get().updated()));
  }

  private static String words(Duration time) {
    if (time.toSeconds() < 120) {
      return time.toSeconds() + " s";
    }
    return time.toMinutes() < 120 ? time.toMinutes() + " min" : time.toHours() + " h";
  }

  /** Empty where the counters are of a part of a day, of which the rest may be quite different. */
  private OptionalDouble perDay(
      CandidateIndex index, double perInsert, double perUpdate, Set<String> hot) {
    return isDay() && counted(index.table()).isPresent()
        ? OptionalDouble.of(
            written(index, perInsert, perUpdate, hot) / observed().toMillis() * DAY.toMillis())
        : OptionalDouble.empty();
  }

  private double written(CandidateIndex index, WriteCost cost) {
    return written(
        index, cost.bytesPerInsert(), cost.bytesPerUpdate(), new TreeSet<>(cost.hotColumns()));
  }

  /** Bytes of an index while the server has counted; 0 if it has not. */
  private double written(
      CandidateIndex index, double perInsert, double perUpdate, Set<String> hot) {
    return counted(index.table())
        .map(
            counted ->
                counted.inserted() * perInsert
                    + (counted.updated() - counted.hotUpdated()) * perInsert
                    + counted.hotUpdated() * shareOfUpdates(index.table(), hot) * perUpdate)
        .orElse(0.0);
  }

  private double written(TableName table) {
    return counted(table)
        .map(
            counted ->
                counted.inserted() * (ROW + existing(table))
                    + counted.updated() * UPDATE
                    + (counted.updated() - counted.hotUpdated()) * existing(table))
        .orElse(0.0);
  }

  private boolean isDay() {
    return observed().compareTo(DAY) >= 0;
  }

  private Duration observed() {
    return catalog.server().observed().orElse(Duration.ZERO);
  }

  /** Counters of which nobody knows since when they count are none. */
  private Optional<TableActivity> counted(TableName table) {
    return observed().isZero() ? Optional.empty() : activity(table);
  }

  private Optional<TableActivity> activity(TableName table) {
    return catalog.statistics(table).flatMap(TableStatistics::activity);
  }

  /** Whether updates of a table are HOT so far, as far as is known. */
  private boolean isHot(TableName table) {
    return activity(table)
        .map(counted -> counted.updated() == 0 || counted.hotUpdated() > 0)
        .orElse(true);
  }

  /** Which share of the logged updates of a table sets one of these columns. */
  private double shareOfUpdates(TableName table, Set<String> columns) {
    long all = 0;
    long touching = 0;
    for (LoggedUpdate update : updates) {
      if (update.table().equals(table)) {
        all += update.calls();
        touching += update.columns().stream().anyMatch(columns::contains) ? update.calls() : 0;
      }
    }
    return all == 0 ? 0 : (double) touching / all;
  }

  private Set<String> set(TableName table) {
    Set<String> set = new HashSet<>();
    updates.stream().filter(u -> u.table().equals(table)).forEach(u -> set.addAll(u.columns()));
    return set;
  }

  /** WAL of an entry in each index that there is. */
  private double existing(TableName table) {
    return catalog.indexes(table).stream().mapToDouble(entries::of).sum();
  }

  /** The columns of an index that no index has so far. */
  private Set<String> freshColumns(CandidateIndex index) {
    if (isSummarizing(index.accessMethod())) {
      return Set.of();
    }
    Set<String> fresh = columns(index.table(), index.keys(), index.included(), index.predicate());
    for (Index existing : catalog.indexes(index.table())) {
      if (!isSummarizing(existing.accessMethod())) {
        fresh.removeAll(
            columns(index.table(), existing.keys(), existing.included(), existing.predicate()));
      }
    }
    return fresh;
  }

  private static boolean isSummarizing(String accessMethod) {
    return accessMethod.equals("brin");
  }

  private Set<String> columns(
      TableName table, List<IndexKey> keys, List<String> included, Optional<String> predicate) {
    Set<String> columns = new TreeSet<>(included);
    for (IndexKey key : keys) {
      if (key.expression()) {
        addNamed(table, key.text(), columns);
      } else {
        columns.add(key.text());
      }
    }
    predicate.ifPresent(condition -> addNamed(table, condition, columns));
    return columns;
  }

  /** The columns that an expression names; a word that is something else is no column. */
  private void addNamed(TableName table, String sql, Set<String> columns) {
    Set<String> words = new HashSet<>();
    WORD.matcher(sql).results().map(MatchResult::group).map(Identifier::name).forEach(words::add);
    catalog.find(table).stream()
        .flatMap(found -> found.columns().stream())
        .map(ColumnDefinition::name)
        .filter(words::contains)
        .forEach(columns::add);
  }
}
