package io.github.pgslowlog.report;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Input;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Recommendation;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Advice as migrations: what a planner confirmed and what adds to the database, one index a file.
 * Indexes are created concurrently, so none of them runs in a transaction.
 *
 * <p>A version is the time of the last log entry and, within the hour after it, a second that
 * follows from the statement: so the same log gives a statement the same version, whatever else is
 * advised.
 *
 * <p>Sources: <a
 * href="https://documentation.red-gate.com/fd/script-configuration-files-184127475.html">Flyway,
 * script configuration files</a>; <a
 * href="https://docs.liquibase.com/concepts/changelogs/sql-format.html">Liquibase, formatted
 * SQL</a>; <a
 * href="https://api.rubyonrails.org/classes/ActiveRecord/Migration.html">ActiveRecord::Migration,
 * transactional migrations</a>.
 */
public final class Migrations {
  private static final DateTimeFormatter VERSION =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final int WIDTH = 97;
  private static final int MAX_NAME = 100;

  private static final int SECONDS = 3600;

  private final Analysis analysis;
  private final Instant last;
  private final Set<Integer> seconds = new HashSet<>();

  private Migrations(Analysis analysis) {
    this.analysis = analysis;
    this.last =
        analysis.inputs().stream()
            .map(Input::last)
            .flatMap(Optional::stream)
            .max(Instant::compareTo)
            .orElse(Instant.EPOCH);
  }

  /**
   * A file.
   *
   * @param name without folder: letters of ASCII, digits, underscores and dots
   * @param content the whole text
   */
  public record File(String name, String content) {}

  /**
   * Makes the files.
   *
   * @param analysis the analysis
   * @param format FLYWAY, LIQUIBASE or RAILS
   * @return in the order in which they run; none if nothing was confirmed, nor of what holds a line
   *     break in a name or a text
   * @throws IllegalArgumentException for another format
   */
  public static List<File> of(Analysis analysis, ReportFormat format) {
    Migrations migrations = new Migrations(analysis);
    List<File> files = new ArrayList<>();
    Set<String> names = new HashSet<>();
    int number = 1;
    for (Recommendation recommendation : RunnableAdvice.of(analysis)) {
      if (!isLineEach(recommendation)) {
        continue;
      }
      String name = name(recommendation);
      String unique = name;
      while (!names.add(camelCase(unique))) {
        unique = name + "_" + number++;
      }
      files.addAll(
          migrations.files(recommendation, unique, migrations.version(recommendation), format));
    }
    return files;
  }

  /**
   * Whether advice that was confirmed is in none of the files: what holds a line break or an
   * invisible character in a name or a text.
   *
   * @param analysis the analysis
   * @return false also where nothing was confirmed
   */
  public static boolean isAnyLeftOut(Analysis analysis) {
    return !analysis.advice().basis().isEmpty()
        && analysis.recommendations().stream()
            .filter(RunnableAdvice::isSafe)
            .anyMatch(r -> !RunnableAdvice.runs(r, analysis) || !isLineEach(r));
  }

  private static boolean isLineEach(Recommendation recommendation) {
    return RunnableAdvice.isLineEach(recommendation.statement())
        && RunnableAdvice.isLineEach(recommendation.rollback());
  }

  private List<File> files(
      Recommendation recommendation, String name, String version, ReportFormat format) {
    return switch (format) {
      case FLYWAY -> flyway(recommendation, name, version);
      case LIQUIBASE -> List.of(liquibase(recommendation, name, version));
      case RAILS -> List.of(rails(recommendation, name, version));
      default -> throw new IllegalArgumentException(format.word() + " is no kind of migrations");
    };
  }

  /** {@code create_orders_customer_id_idx}: what the statement creates. */
  private static String name(Recommendation recommendation) {
    String sql =
        recommendation.rollback().isEmpty()
            ? recommendation.statement()
            : recommendation.rollback();
    String last = sql.strip().replaceFirst(";$", "");
    String object = last.substring(last.lastIndexOf(' ') + 1);
    String word =
        (object.contains(".") ? object.substring(object.lastIndexOf('.') + 1) : object)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^_|_$", "");
    String what = recommendation.action() == Action.CREATE ? "index" : "statistics";
    String name = "create_" + (word.isEmpty() ? what : word);
    return name.substring(0, Math.min(MAX_NAME, name.length()));
  }

  private String version(Recommendation recommendation) {
    int second = Math.floorMod(recommendation.statement().hashCode(), SECONDS);
    while (!seconds.add(second)) {
      second = (second + 1) % SECONDS;
    }
    return VERSION.format(last.plusSeconds(1 + second));
  }

  // --- Flyway

  private List<File> flyway(Recommendation recommendation, String name, String version) {
    String file = "V" + version + "__" + name + ".sql";
    String text =
        comment("-- ", recommendation)
            + "-- Flyway must not hold a lock in a transaction meanwhile:"
            + " flyway.postgresql.transactional.lock=false\n"
            + String.join("\n", RunnableAdvice.statements(recommendation.statement()))
            + "\n";
    return List.of(
        new File(file, text),
        new File(file + ".conf", "executeInTransaction=false\nplaceholderReplacement=false\n"));
  }

  // --- Liquibase

  /** Text of a comment must not begin with a word that Liquibase obeys, hence the bar. */
  private File liquibase(Recommendation recommendation, String name, String version) {
    String undo =
        RunnableAdvice.statements(recommendation.rollback()).stream()
            .map(line -> "--rollback " + line + "\n")
            .collect(Collectors.joining());
    return new File(
        version + "_" + name + ".sql",
        "--liquibase formatted sql\n\n--changeset pgslowlog:"
            + version
            + "_"
            + name
            + " runInTransaction:false dbms:postgresql\n"
            + comment("-- | ", recommendation)
            + String.join("\n", RunnableAdvice.statements(recommendation.statement()))
            + "\n"
            + undo);
  }

  // --- Rails

  /** Ruby obeys a comment in the first line that names an encoding, so this one is our own. */
  private File rails(Recommendation recommendation, String name, String version) {
    return new File(
        version + "_" + name + ".rb",
        "# frozen_string_literal: true\n\n"
            + comment("# ", recommendation)
            + "class "
            + camelCase(name)
            + " < ActiveRecord::Migration[5.0]\n"
            + "  disable_ddl_transaction!\n\n"
            + "  def up\n"
            + executes(recommendation.statement())
            + "  end\n\n"
            + "  def down\n"
            + executes(recommendation.rollback())
            + "  end\nend\n");
  }

  /** One statement each: several sent together run in a transaction. */
  private static String executes(String script) {
    StringBuilder ruby = new StringBuilder();
    for (String statement : RunnableAdvice.statements(script)) {
      String text = statement.replaceFirst(";$", "");
      String literal = text.replace("\\", "\\\\").replace("'", "\\'");
      ruby.append("    execute '").append(literal).append("'\n");
    }
    return ruby.toString();
  }

  private static String camelCase(String name) {
    return Arrays.stream(name.split("_"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  // --- what all have

  private String comment(String mark, Recommendation recommendation) {
    TextCanvas text = new TextCanvas(WIDTH);
    text.paragraph(AdviceWords.title(recommendation), 2);
    text.paragraph(AdviceWords.why(recommendation, analysis), 2);
    AdviceWords.facts(recommendation).forEach(fact -> text.paragraph(fact, 2));
    Caveats.NONE.others(recommendation).forEach(caveat -> text.paragraph("- " + caveat, 2));
    text.paragraph("Advice of pgslowlog. Basis: " + analysis.advice().basis(), 2);
    return text.text()
        .lines()
        .map(line -> (mark + line).stripTrailing() + "\n")
        .collect(Collectors.joining());
  }
}
