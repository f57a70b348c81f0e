package io.github.pgslowlog.cli;

import io.github.pgslowlog.Analysis;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pgslowlog analyze}: the main job. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    abbreviateSynopsis = true,
    description = {
      "Tells what costs time, which columns the costly statements use, and which indexes may help.",
      "Prints a text report unless -o names another place."
    },
    footer = {
      "",
      "Examples:",
      "  pgslowlog analyze /var/log/postgresql/postgresql-15-main.log",
      "  pgslowlog analyze '/var/log/postgresql/*.gz' -o report.json",
      "  pgslowlog analyze --schema schema.sql --stats stats.sql \\",
      "      --storage-budget 5GB -o - -o advice.sql postgresql.log",
      "  pgslowlog analyze --last 24h -d shop --exclude-appname pg_dump postgresql.log",
      "  kubectl logs db-0 | pgslowlog analyze -",
      "",
      "Ctrl-C ends the reading; the report tells of what was read, and that it is partial."
    })
final class AnalyzeCommand implements Callable<Integer> {
  @Mixin private InputArguments arguments = new InputArguments();

  @Mixin private AnalysisArguments analysis = new AnalysisArguments();

  @Mixin private OutputArguments outputs = new OutputArguments();

  @Spec private @Nullable CommandSpec spec;

  private final Streams streams;
  private final ReadFiles configured;

  /**
   * To be given arguments.
   *
   * @param configured the configuration file
   */
  AnalyzeCommand(Streams streams, ReadFiles configured) {
    this.streams = streams;
    this.configured = configured;
  }

  /** With arguments that are known to be right, and none configured. */
  AnalyzeCommand(
      Streams streams,
      InputArguments arguments,
      AnalysisArguments analysis,
      OutputArguments outputs) {
    this(streams, new ReadFiles(List.of()));
    this.arguments = arguments;
    this.analysis = analysis;
    this.outputs = outputs;
  }

  @Override
  public Integer call() throws Exception {
    Verbosity.set(arguments);
    Usage.refuse(spec, analysis.mistake(arguments));
    Usage.refuse(spec, outputs.mistake());
    Usage.refuse(
        spec,
        ReadFiles.ofLogs(arguments.logs(), outputs.names())
            .and(analysis.files())
            .and(configured)
            .mistake(outputs.names()));
    outputs.check();
    Watcher watcher = new Watcher(streams, arguments.quiet());
    try (Interruption interruption = Interruption.watch(watcher::interrupted)) {
      Analysis found = analysis.analyze(arguments, streams, watcher, interruption);
      watcher.finish();
      outputs.write(found, streams, arguments.quiet());
      return interruption.happened()
          ? ExitCode.INTERRUPTED
          : ExitCode.of(found.inputs(), found.problems(), watcher.anythingLost());
    }
  }
}
