package io.github.pgslowlog.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code pgslowlog merge}: saved results of several servers as one. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Adds saved reports of several servers, or days, up to one.",
      "Calls and times are exact; an index is to be dropped only where all reports say so."
    },
    footer = {
      "",
      "Examples:",
      "  pgslowlog merge db-1.json db-2.json",
      "  pgslowlog merge db-*.json -o cluster.json -o cluster.html",
      "  pgslowlog merge monday.json tuesday.json -o - --top 5"
    })
final class MergeCommand extends SavedReportsCommand {
  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "JSON reports that 'pgslowlog analyze -o report.json' has written")
  private List<String> files = new ArrayList<>();

  MergeCommand(Streams streams, ReadFiles configured) {
    super(streams, configured);
  }

  @Override
  List<String> files() {
    return files;
  }

  @Override
  Optional<String> mistake() {
    return files.size() > 1
        ? Optional.empty()
        : Optional.of(
            "one report alone needs no merging; give two or more, or use 'pgslowlog report "
                + files.get(0)
                + "'");
  }
}
