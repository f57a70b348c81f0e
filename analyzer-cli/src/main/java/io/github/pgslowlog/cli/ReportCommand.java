package io.github.pgslowlog.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code pgslowlog report}: a saved result in another form. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Writes a saved report again, in any form, without the logs.",
      "What comes out is the same, byte by byte, as if the run that saved it had written it."
    },
    footer = {
      "",
      "Examples:",
      "  pgslowlog analyze -o report.json postgresql.log",
      "  pgslowlog report report.json",
      "  pgslowlog report report.json -o report.html -o ticket.md --top 10",
      "  pgslowlog report report.json --format flyway -o db/migration"
    })
final class ReportCommand extends SavedReportsCommand {
  @Parameters(
      paramLabel = "FILE",
      description =
          "a JSON report that 'pgslowlog analyze -o report.json' has written; - is standard input")
  private String file = "";

  ReportCommand(Streams streams, ReadFiles configured) {
    super(streams, configured);
  }

  @Override
  List<String> files() {
    return List.of(file);
  }

  @Override
  Optional<String> mistake() {
    return Optional.empty();
  }
}
