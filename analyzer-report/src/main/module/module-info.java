/** Writes an {@link io.github.pgslowlog.Analysis} for people and for programs. */
@SuppressWarnings("requires-automatic")
module io.github.pgslowlog.report {
  requires static transitive org.jspecify;
  requires transitive io.github.pgslowlog.core;
  requires com.fasterxml.jackson.core;
  requires gg.jte.runtime;

  exports io.github.pgslowlog.report;
  exports io.github.pgslowlog.report.html;
  exports io.github.pgslowlog.report.saved;
}
