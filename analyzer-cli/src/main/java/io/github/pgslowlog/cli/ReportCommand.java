package io.github.pgslowlog.cli;

import io.github.pgslowlog.Analysis;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
      "  pgslowlog report report.json --format flyway -o src/main/resources/db/migration"
    })
final class ReportCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      description =
          "a JSON report that 'pgslowlog analyze -o report.json' has written; - is standard input")
  private String file = "";

  @Mixin private OutputArguments outputs = new OutputArguments();

  @Option(
      names = {"-q", "--quiet"},
      description = "no notices on standard error; errors only")
  private boolean quiet;

  @Spec private @Nullable CommandSpec spec;

  private final Streams streams;

  ReportCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws Exception {
    Optional<String> mistake = outputs.mistake();
    if (mistake.isPresent()) {
      throw new ParameterException(Objects.requireNonNull(spec).commandLine(), mistake.get());
    }
    Analysis analysis = SavedFile.read(file, streams.in());
    outputs.write(analysis, streams, quiet);
    return SavedOutcome.exitCode(analysis);
  }
}
