package io.github.pgslowlog.report;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.report.html.HtmlReport;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a report is written as. */
public enum ReportFormat {
  /** For a terminal. */
  TEXT("text", ".txt"),
  /** Everything, {@code schemaVersion} 1; can be read back. */
  JSON("json", ".json"),
  /** The patterns, each as JSON on a line of its own. */
  JSON_LINES("jsonl", ".jsonl", ".ndjson"),
  /** One page for a browser. */
  HTML("html", ".html", ".htm"),
  /** For a pull request or a ticket. */
  MARKDOWN("markdown", ".md", ".markdown"),
  /** The patterns, for a spreadsheet. */
  CSV("csv", ".csv"),
  /** How columns are used, for a spreadsheet. */
  COLUMNS_CSV("columns-csv", ".columns.csv"),
  /** The statements alone, for psql. */
  SQL("sql", ".sql"),
  /** A folder of migrations for Flyway. */
  FLYWAY("flyway"),
  /** A folder of migrations for Liquibase. */
  LIQUIBASE("liquibase"),
  /** A folder of migrations for Ruby on Rails. */
  RAILS("rails");

  private final String word;

  /** Separated by blanks: an enum's fields should be immutable. */
  private final String extensions;

  ReportFormat(String word, String... extensions) {
    this.word = word;
    this.extensions = String.join(" ", extensions);
  }

  /**
   * The name of the format.
   *
   * @return one word, lower case
   */
  public String word() {
    return word;
  }

  /**
   * Ends of names of files in this format.
   *
   * @return with the dot, lower case; none for a format of several files
   */
  public List<String> extensions() {
    return extensions.isEmpty() ? List.of() : List.of(extensions.split(" "));
  }

  /**
   * Whether it is a folder of files rather than one file.
   *
   * @return true for migrations
   */
  public boolean isFolder() {
    return extensions.isEmpty();
  }

  /**
   * The format that a name of a file tells.
   *
   * @param name of a file, in any case
   * @return the one with the longest fitting end; empty if there is none
   */
  public static Optional<ReportFormat> ofName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> format.fit(lower) > 0)
        .max(Comparator.comparingInt(format -> format.fit(lower)));
  }

  private int fit(String name) {
    int longest = 0;
    for (String extension : extensions()) {
      longest = name.endsWith(extension) ? Math.max(longest, extension.length()) : longest;
    }
    return longest;
  }

  /**
   * The format of a name.
   *
   * @param word as {@link #word} gives it
   * @return the format, empty if there is none
   */
  public static Optional<ReportFormat> ofWord(String word) {
    return Arrays.stream(values()).filter(format -> format.word.equals(word)).findFirst();
  }

  /**
   * Writes a report in this format.
   *
   * @param analysis the analysis
   * @param options what to show
   * @param out flushed, not closed
   * @throws IOException when it cannot be written
   * @throws IllegalStateException for a format of several files: see {@link Migrations}
   */
  public void write(Analysis analysis, ReportOptions options, Writer out) throws IOException {
    switch (this) {
      case TEXT -> TextReport.write(analysis, options, out);
      case JSON -> JsonReport.write(analysis, options, out);
      case JSON_LINES -> JsonReport.writeLines(analysis, options, out);
      case HTML -> HtmlReport.write(analysis, options, out);
      case MARKDOWN -> MarkdownReport.write(analysis, options, out);
      case CSV -> CsvReport.writePatterns(analysis, out);
      case COLUMNS_CSV -> CsvReport.writeColumns(analysis, out);
      case SQL -> SqlReport.write(analysis, out);
      default -> throw new IllegalStateException(word + " is several files");
    }
    out.flush();
  }
}
