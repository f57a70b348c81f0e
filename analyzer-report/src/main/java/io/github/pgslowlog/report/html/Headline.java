package io.github.pgslowlog.report.html;

import io.github.pgslowlog.Query;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.StatementType;
import io.github.pgslowlog.workload.Pattern;
import java.util.List;

/** The second section: what costs most of the time, in words. */
final class Headline {
  static final int MOST = 5;
  private static final int MOST_TABLES = 3;

  private final Ties ties;

  Headline(Ties ties) {
    this.ties = ties;
  }

  /** A sentence about a pattern. */
  record Item(
      String share,
      String time,
      String calls,
      String what,
      PatternLink link,
      String mean,
      String advice,
      String adviceHref) {}

  List<Item> items() {
    return ties.analysis.queries().stream()
        .filter(query -> query.pattern().calls() > 0)
        .limit(MOST)
        .map(this::item)
        .toList();
  }

  private Item item(Query query) {
    Pattern pattern = query.pattern();
    return new Item(
        Figures.share(pattern.executionMicros(), ties.micros),
        Figures.duration(pattern.executionMicros()),
        Figures.count(pattern.calls(), "call"),
        what(query),
        ties.link(pattern.fingerprint()),
        pattern.durations().map(d -> Figures.duration(d.mean())).orElse("–"),
        new AdviceClause(ties).of(pattern.fingerprint()),
        href(pattern));
  }

  /** Where the advice stands that serves a pattern first; empty if there is none. */
  private String href(Pattern pattern) {
    return ties.advice(pattern.fingerprint()).stream()
        .filter(index -> index < AdviceView.MOST)
        .findFirst()
        .map(index -> "#" + AdviceCard.id(index + 1))
        .orElse("");
  }

  /** {@code SELECT on orders and customers}. */
  private static String what(Query query) {
    String type = query.type().name();
    List<String> tables = query.tables().stream().map(TableName::toString).toList();
    if (tables.isEmpty()) {
      return query.type() == StatementType.UTILITY ? "a utility statement" : type;
    }
    return type + " on " + list(tables);
  }

  static String list(List<String> names) {
    if (names.size() == 1) {
      return names.get(0);
    }
    if (names.size() > MOST_TABLES) {
      return String.join(", ", names.subList(0, MOST_TABLES - 1))
          + " and "
          + (names.size() - MOST_TABLES + 1)
          + " more tables";
    }
    return String.join(", ", names.subList(0, names.size() - 1))
        + " and "
        + names.get(names.size() - 1);
  }

  /** The share of the time that these have together. */
  String together() {
    long micros =
        ties.analysis.queries().stream()
            .filter(query -> query.pattern().calls() > 0)
            .limit(MOST)
            .mapToLong(query -> query.pattern().executionMicros())
            .sum();
    return Figures.share(micros, ties.micros);
  }
}
