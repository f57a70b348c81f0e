package io.github.pgslowlog.cli;

import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.select.SelectionLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options by which a planner confirms advice. */
final class AdviceArguments {
  /** Ten times as costly: more is as good as no bound. */
  private static final double MAX_REGRESSION_PERCENT = 1000;

  @Option(
      names = "--schema",
      paramLabel = "FILE",
      description =
          "the schema as 'pg_dump --schema-only' writes it: the planner of a private PostgreSQL 18"
              + " then chooses and confirms the indexes")
  private @Nullable String schema;

  @Option(
      names = "--stats",
      paramLabel = "FILE",
      description =
          "its statistics, as 'pg_dump --statistics-only' of PostgreSQL 18 or the query of"
              + " 'pgslowlog catalog' writes them")
  private @Nullable String statistics;

  @Option(
      names = "--url",
      paramLabel = "JDBC-URL",
      description =
          "read schema and statistics from a server instead, and change nothing there:"
              + " jdbc:postgresql://HOST/DATABASE?user=NAME; the password is taken from PGPASSWORD or"
              + " from ~/.pgpass")
  private @Nullable String url;

  @Option(
      names = "--what-if",
      paramLabel = "PLANNER",
      completionCandidates = WhatIf.Words.class,
      description =
          "which server plans with indexes that do not exist: private, one of our own that has"
              + " schema and statistics alone; or hypopg, that of --url by its extension HypoPG, in"
              + " transactions that cannot write, with EXPLAIN without ANALYZE (default: private)")
  private @Nullable String whatIf;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description =
          "a setting of your server that its planner heeds, for example random_page_cost=1.1;"
              + " repeatable")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--storage-budget",
      paramLabel = "SIZE",
      converter = Size.Converter.class,
      description =
          "how large all new indexes may be together: 270MB (a million bytes each), 500MiB (1024 x"
              + " 1024), 1.5GB; no bound by default")
  private @Nullable Size storageBudget;

  @Option(
      names = "--max-indexes",
      paramLabel = "N",
      description =
          "how many new indexes at most (default: " + SelectionLimits.DEFAULT_MAX_INDEXES + ")")
  private @Nullable Integer maxIndexes;

  @Option(
      names = "--max-regression",
      paramLabel = "PERCENT",
      description = "by how much any pattern may become costlier (default: 10)")
  private @Nullable Double maxRegression;

  /** What is wrong with them, and what to do; empty if nothing is. */
  Optional<String> mistake() {
    if (statistics != null && schema == null) {
      return wrong("--stats " + statistics + " needs the schema, too; give --schema FILE");
    }
    if (schema != null && url != null) {
      return wrong("--schema and --url exclude each other; give one of them");
    }
    if (whatIf != null && WhatIf.of(whatIf).isEmpty()) {
      return wrong("--what-if is " + whatIf + "; give " + WhatIf.words());
    }
    if (whatIf() == WhatIf.HYPOPG && url == null) {
      return wrong("--what-if hypopg plans on your server; give its address by --url");
    }
    if (!isGiven()) {
      return withoutPlanner();
    }
    if (whatIf() == WhatIf.HYPOPG && !settings.isEmpty()) {
      return wrong("--set is for the private server; that of --url has its own settings");
    }
    if (maxIndexes != null && maxIndexes < 1) {
      return wrong("--max-indexes is " + maxIndexes + "; give 1 or more");
    }
    if (maxRegression != null && !(maxRegression >= 0 && maxRegression <= MAX_REGRESSION_PERCENT)) {
      return wrong("--max-regression is " + maxRegression + "; give 0 to 1000 percent");
    }
    return settings.stream().map(Setting::mistake).flatMap(Optional::stream).findFirst();
  }

  private Optional<String> withoutPlanner() {
    String name =
        !settings.isEmpty()
            ? "--set"
            : storageBudget != null
                ? "--storage-budget"
                : maxIndexes != null
                    ? "--max-indexes"
                    : maxRegression != null
                        ? "--max-regression"
                        : whatIf != null ? "--what-if" : "";
    return name.isEmpty()
        ? Optional.empty()
        : wrong(name + " is for advice that a planner confirms; give --schema or --url, too");
  }

  /** The files they name. */
  ReadFiles files() {
    return new ReadFiles(Stream.of(schema, statistics).flatMap(Stream::ofNullable).toList());
  }

  private static Optional<String> wrong(String message) {
    return Optional.of(message);
  }

  /** Whether a planner is asked for. */
  boolean isGiven() {
    return schema != null || url != null;
  }

  Optional<String> schema() {
    return Optional.ofNullable(schema);
  }

  Optional<String> statistics() {
    return Optional.ofNullable(statistics);
  }

  Optional<String> url() {
    return Optional.ofNullable(url);
  }

  /** Who plans. */
  WhatIf whatIf() {
    return Optional.ofNullable(whatIf).flatMap(WhatIf::of).orElse(WhatIf.PRIVATE);
  }

  /** Settings that plans depend on, by name; the last one given wins. */
  Map<String, String> plannerSettings() {
    Map<String, String> byName = new TreeMap<>();
    settings.stream()
        .map(Setting::of)
        .flatMap(Optional::stream)
        .filter(Setting::isHeeded)
        .forEach(setting -> byName.put(setting.name(), setting.value()));
    return byName;
  }

  /** What of them is not used. */
  List<Problem> notices() {
    return settings.stream()
        .map(Setting::of)
        .flatMap(Optional::stream)
        .filter(setting -> !setting.isHeeded())
        .map(setting -> "--set " + setting + " is not used: no cost depends on it")
        .map(Problem::notice)
        .toList();
  }

  SelectionLimits limits() {
    SelectionLimits limits = SelectionLimits.DEFAULT;
    return new SelectionLimits(
        maxIndexes == null ? limits.maxIndexes() : maxIndexes,
        storageBudget == null ? OptionalLong.empty() : OptionalLong.of(storageBudget.bytes()),
        maxRegression == null ? limits.maxRegression() : maxRegression / 100,
        limits.minGain(),
        limits.maxPlans());
  }
}
