package io.github.pgslowlog.cli;

import io.github.pgslowlog.Analysis;
import java.util.ArrayList;
import java.util.List;
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
final class MergeCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "JSON reports that 'pgslowlog analyze -o report.json' has written")
  private List<String> files = new ArrayList<>();

  @Mixin private OutputArguments outputs = new OutputArguments();

  @Option(
      names = {"-q", "--quiet"},
      description = "no notices on standard error; errors only")
  private boolean quiet;

  @Spec private @Nullable CommandSpec spec;

  private final Streams streams;

  MergeCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws Exception {
    refuse(
        files.size() < 2
            ? Optional.of(
                "one report alone needs no merging; give two or more, or use 'pgslowlog report "
                    + files.get(0)
                    + "'")
            : outputs.mistake());
    Analysis analysis =
        Analysis.merge(files.stream().map(file -> SavedFile.read(file, streams.in())).toList());
    outputs.write(analysis, streams, quiet);
    return SavedOutcome.exitCode(analysis);
  }

  private void refuse(Optional<String> mistake) {
    if (mistake.isPresent()) {
      throw new ParameterException(Objects.requireNonNull(spec).commandLine(), mistake.get());
    }
  }
}
