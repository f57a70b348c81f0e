package io.github.pgslowlog.cli;

import io.github.pgslowlog.Analysis;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands have in common that write saved reports in another form. */
abstract class SavedReportsCommand implements Callable<Integer> {
  @Mixin private OutputArguments outputs = new OutputArguments();

  @Option(
      names = {"-q", "--quiet"},
      description = "no notices on standard error; errors only")
  private boolean quiet;

  @Spec private @Nullable CommandSpec spec;

  private final Streams streams;
  private final ReadFiles configured;

  SavedReportsCommand(Streams streams, ReadFiles configured) {
    this.streams = streams;
    this.configured = configured;
  }

  /** The reports, as they were given. */
  abstract List<String> files();

  /** What is wrong with them, and what to do; empty if nothing is. */
  abstract Optional<String> mistake();

  @Override
  public final Integer call() throws IOException {
    Usage.refuse(
        spec,
        mistake()
            .or(outputs::mistake)
            .or(() -> new ReadFiles(files()).and(configured).mistake(outputs.names())));
    outputs.check();
    Analysis analysis = SavedFile.read(files(), streams.in());
    outputs.write(analysis, streams, quiet);
    return SavedOutcome.exitCode(analysis);
  }
}
