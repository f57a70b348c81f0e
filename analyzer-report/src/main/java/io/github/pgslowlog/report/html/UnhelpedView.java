package io.github.pgslowlog.report.html;

import io.github.pgslowlog.advice.Unhelped;
import java.util.List;

/** The seventh section: slow patterns that no index helps, and why. */
final class UnhelpedView {
  private static final int MOST = 200;

  private final Ties ties;

  UnhelpedView(Ties ties) {
    this.ties = ties;
  }

  /** A pattern and its cause. */
  record Row(PatternLink link, String share, String time, String cause) {}

  boolean planned() {
    return !ties.analysis.advice().basis().isEmpty();
  }

  List<Row> rows() {
    return ties.analysis.advice().unhelped().stream().limit(MOST).map(this::row).toList();
  }

  int further() {
    return Math.max(0, ties.analysis.advice().unhelped().size() - MOST);
  }

  private Row row(Unhelped unhelped) {
    int rank = ties.rank(unhelped.fingerprint());
    long micros = rank == 0 ? 0 : ties.analysis.queries().get(rank - 1).pattern().executionMicros();
    return new Row(
        ties.link(unhelped.fingerprint()),
        Figures.share(micros, ties.micros),
        Figures.duration(micros),
        unhelped.cause());
  }
}
