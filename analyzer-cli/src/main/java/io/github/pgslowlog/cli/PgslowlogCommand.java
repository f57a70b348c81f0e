package io.github.pgslowlog.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pgslowlog}: only its sub-commands do something. */
@Command(
    name = "pgslowlog",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Analyzes PostgreSQL slow-query logs: what costs time, which columns, which indexes.",
    footer = {
      "",
      "Exit codes: 0 done; 1 failure; 2 usage; 3 done, but input was damaged or partly unreadable;",
      "4 no log entry recognised; 130 interrupted."
    })
final class PgslowlogCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    command.usage(command.getErr());
    return ExitCode.USAGE;
  }
}
