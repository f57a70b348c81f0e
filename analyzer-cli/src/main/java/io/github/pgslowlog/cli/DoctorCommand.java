package io.github.pgslowlog.cli;

import io.github.pgslowlog.Examination;
import io.github.pgslowlog.report.DoctorReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code pgslowlog doctor}: what logs can tell and what they cannot. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Tells what was detected in each log, what it cannot answer, and which setting of the server would change that.",
    footer = {
      "",
      "Examples:",
      "  pgslowlog doctor postgresql.log",
      "  pgslowlog doctor /var/log/postgresql",
      "  pgslowlog doctor --prefix '%%m [%%p] %%q%%u@%%d ' postgresql.log"
    })
final class DoctorCommand implements Callable<Integer> {
  @Mixin private InputArguments arguments = new InputArguments();

  private final Streams streams;

  DoctorCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws Exception {
    Verbosity.set(arguments);
    Watcher watcher = new Watcher(streams, arguments.quiet()).asDoctor();
    List<Examination> examinations =
        arguments.builder(streams.in()).listener(watcher).build().examine();
    DoctorReport.write(examinations, streams.out());
    streams.out().flush();
    watcher.finish();
    return ExitCode.of(
        examinations.stream().map(Examination::input).toList(),
        watcher.problems(),
        watcher.anythingLost());
  }
}
