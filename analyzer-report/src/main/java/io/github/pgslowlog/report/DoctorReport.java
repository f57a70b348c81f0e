package io.github.pgslowlog.report;

import io.github.pgslowlog.Examination;
import io.github.pgslowlog.Input;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** What logs can tell and what they cannot, for a terminal, 80 columns. */
public final class DoctorReport {
  private static final int WIDTH = 80;

  private final TextCanvas canvas = new TextCanvas(WIDTH);

  private DoctorReport() {}

  /**
   * Writes examinations.
   *
   * @param examinations one for each log
   * @param out receives the text
   * @throws IOException when it cannot be written
   */
  public static void write(List<Examination> examinations, Appendable out) throws IOException {
    DoctorReport report = new DoctorReport();
    report.canvas.title("pgslowlog doctor");
    examinations.forEach(report::examination);
    out.append(report.canvas.text());
  }

  private void examination(Examination examination) {
    Input input = examination.input();
    canvas.heading(input.path());
    row("format", InputWords.format(input));
    String prefix = InputWords.prefix(input);
    if (!prefix.isEmpty()) {
      canvas.unbroken("  prefix   " + prefix);
    }
    row(
        "content",
        Words.count(input.entries(), "entry") + " in " + Words.count(input.lines(), "line"));
    InputWords.period(input).ifPresent(period -> row("time", period));
    for (Examination.Gap gap : examination.gaps()) {
      row("silent", Times.iso(gap.from()) + " to " + Times.iso(gap.to()) + length(gap));
    }
    if (examination.findings().isEmpty()) {
      return;
    }
    canvas.blank();
    canvas.line("This log cannot tell");
    for (Examination.Finding finding : examination.findings()) {
      canvas.paragraph("- " + finding.question(), 2);
      canvas.unbroken("    " + finding.remedy());
    }
  }

  private void row(String name, String value) {
    canvas.paragraph("  " + name + " ".repeat(9 - name.length()) + value, 11);
  }

  private static String length(Examination.Gap gap) {
    Duration length = Duration.between(gap.from(), gap.to());
    return length.toHours() > 0
        ? " (" + length.toHours() + " h " + length.toMinutesPart() + " min)"
        : " (" + length.toMinutes() + " min)";
  }
}
