package io.github.pgslowlog.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code pgslowlog}: only its sub-commands do something. */
@Command(
    name = "pgslowlog",
    commandListHeading = "%nCommands:%n",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Analyzes PostgreSQL slow-query logs: what costs time, which columns, which indexes.",
    footer = {
      "",
      "Examples:",
      "  pgslowlog analyze /var/log/postgresql/postgresql-15-main.log",
      "  pgslowlog analyze --last 24h -o report.html -o report.json postgresql.log",
      "  pgslowlog explain 1 report.json",
      "  pgslowlog doctor postgresql.log",
      "",
      "'pgslowlog COMMAND --help' tells more, with examples.",
      "",
      "Options are taken from the command line, else from the environment (PGSLOWLOG_TOP for --top),"
          + " else from a file: see 'pgslowlog config --help'.",
      "",
      "Exit codes: 0 done; 1 failure; 2 usage; 3 done, but input was damaged or partly unreadable;"
          + " 4 no log entry recognised; 130 interrupted."
    })
final class PgslowlogCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "options that are not on the command line; see 'pgslowlog config --help'")
  void config(String file) {
    // Known before all other options are: see AnyCommandLine.
  }

  @Override
  public Integer call() {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    command.usage(command.getErr());
    return ExitCode.USAGE;
  }
}
