package io.github.pgslowlog.cli;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Input;
import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.report.ReportFormat;
import io.github.pgslowlog.report.ReportOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command that writes reports: where to, as what, and how much. */
final class OutputArguments {
  static final int DEFAULT_TOP = 20;

  private static final String EXTENSIONS =
      ".txt, .html, .json, .jsonl, .md, .csv, .columns.csv or .sql";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "write a report to FILE; what kind, its name tells: "
              + EXTENSIONS
              + "; - is standard output; repeatable")
  private List<String> outputs = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "WORD",
      completionCandidates = Formats.class,
      description =
          "what to write instead, whatever the name: text, html, json, jsonl, markdown, csv,"
              + " columns-csv, sql; or flyway, liquibase, rails: migrations, one index a file, in"
              + " the folder that -o names")
  private @Nullable String format;

  @Option(
      names = {"-t", "--top"},
      paramLabel = "N",
      defaultValue = "" + DEFAULT_TOP,
      description = "how many patterns and columns a text shows (default: ${DEFAULT-VALUE})")
  private int top = DEFAULT_TOP;

  @Mixin private DisplayArguments display = new DisplayArguments();

  OutputArguments() {}

  OutputArguments(List<String> outputs, int top) {
    this.outputs = outputs;
    this.top = top;
  }

  /** What is wrong with them, and what to do; empty if nothing is. */
  Optional<String> mistake() {
    if (top < 1) {
      return Optional.of("--top is " + top + "; give 1 or more");
    }
    Optional<String> wrong = display.mistake();
    if (wrong.isPresent()) {
      return wrong;
    }
    if (format != null && ReportFormat.ofWord(format).isEmpty()) {
      return Optional.of("--format is " + format + "; give " + words());
    }
    return names().stream()
        .map(this::mistake)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> new OutputNames(names()).mistake());
  }

  private Optional<String> mistake(String output) {
    if (output.isEmpty()) {
      return Optional.of("--output is empty; name a file, or - for standard output");
    }
    Optional<ReportTarget> target = target(output);
    if (target.isEmpty()) {
      return Optional.of(
          "--output "
              + output
              + ": the name must end in "
              + EXTENSIONS
              + ", or be -; or say by --format what to write");
    }
    boolean folder = target.get().format().isFolder();
    return folder && output.equals("-")
        ? Optional.of("--format " + format + " writes several files; name a folder by --output")
        : Optional.empty();
  }

  private static String words() {
    return Arrays.stream(ReportFormat.values())
        .map(ReportFormat::word)
        .collect(Collectors.joining(", "));
  }

  private Optional<ReportTarget> target(String output) {
    return format == null
        ? ReportTarget.of(output)
        : ReportFormat.ofWord(format).map(given -> new ReportTarget(output, given));
  }

  /** The places that reports go to, as they were given. */
  List<String> names() {
    return outputs.isEmpty() ? List.of("-") : outputs;
  }

  /** Fails if a report cannot be written; the arguments are known to be right. */
  void check() {
    names().stream().map(this::target).flatMap(Optional::stream).forEach(ReportTarget::check);
  }

  /** Writes the reports; the arguments are known to be right. What fails hinders no other. */
  void write(Analysis analysis, Streams streams, boolean quiet) throws IOException {
    List<String> logs = analysis.inputs().stream().map(Input::path).toList();
    Optional<String> replaced = new ReadFiles(logs).replaced(names());
    if (replaced.isPresent()) {
      throw new AnalyzerException(
          replaced.get()
              + ": the report would replace a log that was read; give --output another name");
    }
    List<AnalyzerException> failures = new ArrayList<>();
    for (String name : standardOutputLast()) {
      try {
        target(name)
            .orElseThrow()
            .write(analysis, options(name, streams.surroundings()), streams, quiet);
      } catch (AnalyzerException failure) {
        failures.add(failure);
      }
    }
    for (int i = 1; i < failures.size(); i++) {
      Failure.tell(failures.get(i), streams.err());
    }
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
  }

  /** Its reader may go, as head does; the files are wanted all the same. */
  private List<String> standardOutputLast() {
    return names().stream().sorted(Comparator.comparing("-"::equals)).toList();
  }

  private ReportOptions options(String name, Surroundings surroundings) {
    return name.equals("-") ? display.onStandardOutput(top, surroundings) : display.inFile(top);
  }

  private static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(ReportFormat.values()).map(ReportFormat::word).iterator();
    }
  }
}
