package io.github.pgslowlog.cli;

import io.github.pgslowlog.postgres.schema.CatalogQuery;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code pgslowlog catalog}: the SQL that exports statistics. */
@Command(
    name = "catalog",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Prints SQL that exports what the planner of a database knows: statistics, sizes, settings,"
          + " and how tables and indexes are used.",
      "It only reads, and works on servers since 9.6. What it writes holds values of the tables"
          + " (the most common ones, bounds of histograms): keep it as you keep the data."
    },
    footer = {
      "",
      "Example:",
      "  pg_dump --schema-only -d mydb > schema.sql",
      "  pgslowlog catalog | psql -XAtq -d mydb > stats.sql",
      "  pgslowlog analyze --schema schema.sql --stats stats.sql postgresql.log"
    })
final class CatalogCommand implements Callable<Integer> {
  private final Streams streams;

  CatalogCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    streams.out().write(CatalogQuery.sql());
    streams.out().flush();
    return ExitCode.DONE;
  }
}
