package io.github.pgslowlog.cli;

import io.github.pgslowlog.Input;
import io.github.pgslowlog.report.EntryJsonWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code pgslowlog entries}: every duration entry, decoded. */
@Command(
    name = "entries",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Prints every duration entry, decoded, one JSON object a line.")
final class EntriesCommand implements Callable<Integer> {
  @Mixin private InputArguments arguments = new InputArguments();

  private final Streams streams;

  EntriesCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws Exception {
    Verbosity.set(arguments);
    Watcher watcher = new Watcher(streams.err(), arguments.quiet());
    EntryJsonWriter writer = new EntryJsonWriter(streams.out());
    watcher.onStatement(writer::write);
    List<Input> inputs = arguments.builder(streams.in()).listener(watcher).build().read();
    writer.flush();
    watcher.finish();
    return ExitCode.of(inputs, watcher.problems(), watcher.anythingLost());
  }
}
