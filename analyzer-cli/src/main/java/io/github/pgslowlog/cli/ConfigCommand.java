package io.github.pgslowlog.cli;

import io.github.pgslowlog.report.PlainText;
import java.io.IOException;
import java.io.Writer;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pgslowlog config}: what is configured. */
@Command(
    name = "config",
    commandListHeading = "%nCommands:%n",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Tells how to set options that you always give, and shows those that are set.",
      "They may stand in a file, one NAME = VALUE on each line: NAME is"
          + " that of the long option without its dashes; a value with blanks at an end stands in"
          + " single quotes; a line with # is a comment; a repeatable option may have several"
          + " lines.",
      "The file is the one that --config names, or PGSLOWLOG_CONFIG, or"
          + " $$XDG_CONFIG_HOME/pgslowlog/config, which is ~/.config/pgslowlog/config if that"
          + " variable is not set. None is read from the current folder.",
      "Or in environment variables: PGSLOWLOG_TOP is --top, PGSLOWLOG_EXCLUDE_APPNAME is"
          + " --exclude-appname (each line of it one value).",
      "The command line comes before the environment, that before the file, and that before what"
          + " --help calls the default."
    },
    footer = {
      "",
      "Examples:",
      "  pgslowlog config show --origin",
      "  echo \"prefix = '%%m [%%p] %%q%%u@%%d '\" >> ~/.config/pgslowlog/config",
      "  PGSLOWLOG_TOP=50 pgslowlog analyze postgresql.log",
      "  pgslowlog analyze --config /dev/null postgresql.log"
    })
final class ConfigCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  private final Streams streams;
  private final Configuration configuration;

  ConfigCommand(Streams streams, Configuration configuration) {
    this.streams = streams;
    this.configuration = configuration;
  }

  @Override
  public Integer call() {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    command.usage(command.getErr());
    return ExitCode.USAGE;
  }

  /** Prints it as a file could have it. */
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Prints the options that are set by the environment or a file.",
      footer = {"", "Examples:", "  pgslowlog config show", "  pgslowlog config show --origin"})
  int show(
      @Option(
              names = "--origin",
              description = "tell where each comes from, and what is overridden")
          boolean origin)
      throws IOException {
    Set<String> options = ConfiguredDefaults.names(AnyCommandLine.whole(streams, configuration));
    Writer out = streams.out();
    if (origin) {
      out.write("# file: " + PlainText.of(file()) + "\n");
    }
    for (GivenValue value : configuration.effective()) {
      boolean known = options.contains(value.name());
      if (!known || origin) {
        out.write("# " + PlainText.of(value.origin()) + (known ? ":" : " is no option:") + "\n");
      }
      out.write((known ? "" : "# ") + line(value) + "\n");
    }
    if (origin) {
      for (GivenValue value : configuration.overridden()) {
        out.write("# " + PlainText.of(value.origin()) + ", overridden:\n# " + line(value) + "\n");
      }
    }
    out.flush();
    return ExitCode.DONE;
  }

  private String file() {
    return configuration
        .file()
        .or(
            () ->
                Configuration.usualFile(streams.surroundings())
                    .map(path -> "none (" + path + " would be read)"))
        .orElse("none");
  }

  private static String line(GivenValue value) {
    return value.name() + " = " + PlainText.of(quoted(withoutPassword(value.value())));
  }

  /** A password in an address is nobody's business. */
  static String withoutPassword(String value) {
    return value
        .replaceAll("(://[^/@:]*:)[^/@]*@", "$1***@")
        .replaceAll("(?i)(password\\s*=\\s*)('[^']*'|[^&\\s]*)", "$1***");
  }

  private static String quoted(String value) {
    boolean plain = !value.isEmpty() && value.equals(value.strip()) && !value.startsWith("'");
    return plain ? value : "'" + value.replace("'", "''") + "'";
  }
}
