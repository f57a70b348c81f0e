package io.github.pgslowlog.report.html;

import io.github.pgslowlog.Query;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.workload.CancelledTotal;
import io.github.pgslowlog.workload.EventKind;
import io.github.pgslowlog.workload.EventTotal;
import io.github.pgslowlog.workload.Pattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The eighth section: errors, cancelled statements, waits for locks and temporary files. */
final class EventsView {
  private static final int MOST = 100;
  private static final int MOST_LINKS = 6;

  private final Ties ties;

  EventsView(Ties ties) {
    this.ties = ties;
  }

  /** What happened, how often, and to which patterns. */
  record Row(
      String kind,
      String what,
      String count,
      String amount,
      String most,
      List<PatternLink> links,
      int further) {}

  private record Affected(Pattern pattern, EventTotal event) {}

  List<Row> rows() {
    List<EventTotal> events = ties.analysis.workload().history().events();
    return events.stream().limit(MOST).map(this::row).toList();
  }

  int further() {
    return Math.max(0, ties.analysis.workload().history().events().size() - MOST);
  }

  private Row row(EventTotal event) {
    List<Affected> affected = new ArrayList<>();
    for (Query query : ties.analysis.queries()) {
      for (EventTotal its : query.pattern().history().events()) {
        if (its.kind() == event.kind() && its.what().equals(event.what())) {
          affected.add(new Affected(query.pattern(), its));
        }
      }
    }
    List<PatternLink> links =
        affected.stream()
            .sorted(Comparator.comparingLong((Affected a) -> a.event().count()).reversed())
            .limit(MOST_LINKS)
            .map(a -> ties.link(a.pattern().fingerprint()))
            .toList();
    return new Row(
        event.kind().word(),
        event.what(),
        Figures.count(event.count()),
        EventWords.amount(event.kind(), event.amount()),
        EventWords.amount(event.kind(), event.most()).isEmpty() ? "" : EventWords.most(event),
        links,
        Math.max(0, affected.size() - MOST_LINKS));
  }

  /**
   * Cancelled statements by reason, and the search of referencing rows that was under way; those
   * without one if they are not among the events.
   */
  List<String> cancelled() {
    boolean told = kinds().contains(EventKind.CANCELLED);
    return ties.analysis.workload().cancelled().stream()
        .filter(total -> !told || total.foreignKeyCheck().isPresent())
        .map(EventsView::words)
        .toList();
  }

  private static String words(CancelledTotal total) {
    return Figures.count(total.count())
        + " by "
        + total.reason().word()
        + total
            .foreignKeyCheck()
            .map(
                check ->
                    ", while rows of "
                        + new TableName(check.schema(), check.table())
                        + " that reference a changed key were searched: is there an index on ("
                        + String.join(", ", check.columns())
                        + ")?")
            .orElse("");
  }

  /** Patterns with cancelled statements, those most often first. */
  List<PatternLink> cancelledPatterns() {
    return withCancelled()
        .sorted(Comparator.comparingLong(Pattern::cancelled).reversed())
        .limit(MOST_LINKS)
        .map(pattern -> ties.link(pattern.fingerprint()))
        .toList();
  }

  long furtherCancelledPatterns() {
    return Math.max(0, withCancelled().count() - MOST_LINKS);
  }

  private Stream<Pattern> withCancelled() {
    return ties.analysis.queries().stream()
        .map(Query::pattern)
        .filter(pattern -> pattern.cancelled() > 0);
  }

  private Set<EventKind> kinds() {
    Set<EventKind> found = EnumSet.noneOf(EventKind.class);
    ties.analysis.workload().history().events().forEach(event -> found.add(event.kind()));
    return found;
  }

  /** Whether any kind has amounts: times waited, bytes written. */
  boolean hasAmounts() {
    return ties.analysis.workload().history().events().stream().anyMatch(e -> e.amount() > 0);
  }

  /** Kinds of which the log has none, with the setting that would show them. */
  List<Hints.Hint> missing() {
    Set<EventKind> found = kinds();
    List<Hints.Hint> missing = new ArrayList<>();
    if (!found.contains(EventKind.ERROR)) {
      missing.add(new Hints.Hint("failed statements", "log_min_error_statement = error"));
    }
    if (!found.contains(EventKind.LOCK_WAIT)) {
      missing.add(new Hints.Hint("waits for locks", "log_lock_waits = on"));
    }
    if (!found.contains(EventKind.TEMPORARY_FILE)) {
      missing.add(new Hints.Hint("temporary files", "log_temp_files = 0"));
    }
    return missing;
  }
}
