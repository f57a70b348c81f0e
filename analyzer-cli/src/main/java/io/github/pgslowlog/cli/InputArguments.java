package io.github.pgslowlog.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** Options and arguments of the commands that read nothing but logs. */
final class InputArguments extends LogArguments {
  @Parameters(
      paramLabel = "LOG",
      arity = "1..*",
      description =
          "a file (plain, compressed or an archive), a folder, a glob, or - for standard input")
  private List<String> logs = new ArrayList<>();

  InputArguments() {}

  InputArguments(List<String> logs, boolean quiet) {
    super(quiet);
    this.logs = logs;
  }

  @Override
  List<String> logs() {
    return logs;
  }
}
