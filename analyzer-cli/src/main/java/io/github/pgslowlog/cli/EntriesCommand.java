package io.github.pgslowlog.cli;

import io.github.pgslowlog.Input;
import io.github.pgslowlog.report.EntryJsonWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pgslowlog entries}: every duration entry, decoded. */
@Command(
    name = "entries",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    abbreviateSynopsis = true,
    description = "Prints every duration entry, decoded, one JSON object a line.",
    footer = {
      "",
      "Examples:",
      "  pgslowlog entries postgresql.log",
      "  pgslowlog entries --last 1h --min-duration 1s -d shop postgresql.log"
    })
final class EntriesCommand implements Callable<Integer> {
  @Mixin private InputArguments arguments = new InputArguments();

  @Mixin private FilterArguments filter = new FilterArguments();

  @Spec private @Nullable CommandSpec spec;

  private final Streams streams;

  EntriesCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws Exception {
    Verbosity.set(arguments);
    Usage.refuse(spec, filter.mistake(arguments));
    Watcher watcher = new Watcher(streams, arguments.quiet());
    EntryJsonWriter writer = new EntryJsonWriter(streams.out());
    watcher.onStatement(writer::write);
    List<Input> inputs =
        filter
            .apply(arguments.builder(streams.in()), arguments, 0)
            .listener(watcher)
            .build()
            .read();
    writer.flush();
    watcher.finish();
    return ExitCode.of(inputs, watcher.problems(), watcher.anythingLost());
  }
}
