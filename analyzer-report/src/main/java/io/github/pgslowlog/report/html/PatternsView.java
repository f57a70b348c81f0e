package io.github.pgslowlog.report.html;

import io.github.pgslowlog.Query;
import io.github.pgslowlog.workload.OtherPatterns;
import java.util.List;

/** The fourth section: the patterns; this is what is there before the script has run. */
final class PatternsView {
  /** Rows before somebody asks for more; the script shows as many. */
  static final int ROWS = 50;

  private final Ties ties;

  PatternsView(Ties ties) {
    this.ties = ties;
  }

  List<PatternRow> rows() {
    return ties.analysis.queries().stream().limit(ROWS).map(this::row).toList();
  }

  private PatternRow row(Query query) {
    return new PatternRow(ties, query);
  }

  /** Whether a row shows its details without the script. */
  boolean isDetailed(PatternRow row) {
    return row.rank() <= ties.options.top();
  }

  String number() {
    return Figures.count(ties.analysis.queries().size(), "pattern");
  }

  boolean hasMore() {
    return ties.analysis.queries().size() > ROWS;
  }

  boolean growthTold() {
    return ties.growthTold;
  }

  String third() {
    return ties.period.map(p -> Figures.length(p.length().dividedBy(3))).orElse("");
  }

  boolean masked() {
    return !ties.options.values();
  }

  /** The patterns there was no room for; empty if there are none. */
  String others() {
    return ties.analysis.workload().other().map(this::others).orElse("");
  }

  private String others(OtherPatterns others) {
    return Figures.count(others.calls(), "call")
        + " of about "
        + Figures.count(others.patterns(), "further pattern")
        + " are not shown: "
        + Figures.duration(others.executionMicros())
        + ", "
        + Figures.share(others.executionMicros(), ties.micros)
        + " of the time.";
  }
}
