package io.github.pgslowlog.report.html;

import gg.jte.Content;
import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Input;
import io.github.pgslowlog.workload.Workload;
import java.util.List;

/** All that the templates show. */
final class Page {
  /** Read once: the same for all reports. */
  private static final Asset STYLE = Asset.style("report.css");

  private static final Asset SCRIPT =
      Asset.script("figures.js", "elements.js", "page.js", "details.js", "patterns.js", "load.js");

  private final PageRoom room = new PageRoom();
  private final Ties ties;
  private final InputHealth input;
  private final Headline headline;
  private final LoadView load;
  private final PatternsView patterns;
  private final ColumnsView columns;
  private final AdviceView advice;
  private final UnhelpedView unhelped;
  private final EventsView events;

  Page(Ties ties) {
    this.ties = ties;
    input = new InputHealth(ties);
    headline = new Headline(ties);
    load = new LoadView(ties);
    patterns = new PatternsView(ties);
    columns = new ColumnsView(ties);
    advice = new AdviceView(ties, room);
    unhelped = new UnhelpedView(ties);
    events = new EventsView(ties);
  }

  /** A figure of all, and its name. */
  record Figure(String value, String name) {}

  /** Nothing is loaded, nothing is sent, and only the script and the style of the page act. */
  String policy() {
    return "default-src 'none'; script-src "
        + SCRIPT.source()
        + "; style-src "
        + STYLE.source()
        + "; img-src data:; base-uri 'none'; form-action 'none'";
  }

  String style() {
    return STYLE.text();
  }

  String script() {
    return SCRIPT.text();
  }

  Content data() {
    return new ReportData(ties);
  }

  String title() {
    return "pgslowlog: " + logs();
  }

  String logs() {
    List<Input> inputs = ties.analysis.inputs();
    if (inputs.isEmpty()) {
      return "no log";
    }
    String first = Excerpt.of(inputs.get(0).path(), 80);
    return inputs.size() == 1
        ? first
        : first + " and " + Figures.count(inputs.size() - 1, "further log");
  }

  String period() {
    return ties.period
        .map(
            p ->
                Figures.time(p.from())
                    + " to "
                    + Figures.time(p.to())
                    + " UTC, "
                    + Figures.length(p.length()))
        .orElse("the log shows no times");
  }

  List<Figure> figures() {
    Analysis analysis = ties.analysis;
    Workload workload = analysis.workload();
    return List.of(
        new Figure(Figures.duration(workload.executionMicros()), "execution time"),
        number(workload.executions(), "execution"),
        number(analysis.queries().size(), "pattern"),
        new Figure(load(workload), "statements at work, mean"),
        number(analysis.recommendations().size(), "recommendation"),
        new Figure(Figures.tenths(analysis.coverage().understoodTime()), "of time understood"));
  }

  private static Figure number(long number, String noun) {
    return new Figure(Figures.count(number), number == 1 ? noun : noun + "s");
  }

  private String load(Workload workload) {
    return ties.period
        .filter(period -> period.micros() > 0)
        .map(period -> Figures.rate((double) workload.executionMicros() / period.micros()))
        .orElse("–");
  }

  PageRoom room() {
    return room;
  }

  boolean complete() {
    return ties.analysis.complete();
  }

  InputHealth input() {
    return input;
  }

  Headline headline() {
    return headline;
  }

  LoadView load() {
    return load;
  }

  PatternsView patterns() {
    return patterns;
  }

  ColumnsView columns() {
    return columns;
  }

  AdviceView advice() {
    return advice;
  }

  UnhelpedView unhelped() {
    return unhelped;
  }

  EventsView events() {
    return events;
  }
}
