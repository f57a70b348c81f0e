package io.github.pgslowlog.cli;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pgslowlog manual}: manual pages, made of what --help is made of. */
@Command(
    name = "manual",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Prints a manual page, for man; of a command, or of pgslowlog itself.",
    footer = {
      "",
      "Examples:",
      "  pgslowlog manual analyze | man -l -",
      "  pgslowlog manual -o /usr/local/share/man/man1"
    })
final class ManualCommand implements Callable<Integer> {
  @Parameters(paramLabel = "COMMAND", arity = "0..1", description = "whose page to print")
  private @Nullable String name;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      description = "write the pages of all commands into this folder instead")
  private @Nullable String folder;

  @Spec private @Nullable CommandSpec spec;

  private final Streams streams;

  ManualCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    Configuration none = Configuration.of(Surroundings.NONE, Optional.empty());
    CommandLine whole = AnyCommandLine.whole(streams, none);
    if (folder != null) {
      writeAll(folder, whole);
      return ExitCode.DONE;
    }
    CommandLine command = name == null ? whole : whole.getSubcommands().get(name);
    if (command == null) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "there is no command '"
              + name
              + "'; give one of "
              + String.join(", ", whole.getSubcommands().keySet()));
    }
    streams.out().write(ManualPage.of(command));
    streams.out().flush();
    return ExitCode.DONE;
  }

  private static void writeAll(String folder, CommandLine whole) {
    try {
      Path target = Path.of(folder);
      if (!Files.isDirectory(target)) {
        Files.createDirectories(target);
      }
      write(target.resolve("pgslowlog.1"), whole);
      for (Map.Entry<String, CommandLine> sub : whole.getSubcommands().entrySet()) {
        write(target.resolve("pgslowlog-" + sub.getKey() + ".1"), sub.getValue());
      }
    } catch (IOException | InvalidPathException failure) {
      throw new AnalyzerException(
          folder + ": the pages cannot be written: " + PrivateFile.reason(failure), failure);
    }
  }

  /** Readable for all: manual pages hold nothing of anybody. */
  private static void write(Path file, CommandLine command) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write(ManualPage.of(command));
    }
  }
}
