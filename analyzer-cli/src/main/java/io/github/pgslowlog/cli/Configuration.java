package io.github.pgslowlog.cli;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Values of options that are not from the command line: of environment variables and, where there
 * is none, of a configuration file.
 *
 * <p>The file is the one that {@code --config} names, or else {@code PGSLOWLOG_CONFIG}, or else
 * {@code $XDG_CONFIG_HOME/pgslowlog/config}, which is {@code ~/.config/pgslowlog/config} by default
 * (<a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG Base Directory
 * Specification</a>). None is looked for in the current folder: who lets others write there would
 * be told by them where reports go.
 */
final class Configuration {
  static final String VARIABLES = "PGSLOWLOG_";
  static final String FILE_VARIABLE = "PGSLOWLOG_CONFIG";

  /** Variables of the launcher. */
  private static final Set<String> OTHER_VARIABLES = Set.of(FILE_VARIABLE, "PGSLOWLOG_JAVA_OPTS");

  private final Optional<String> file;
  private final List<GivenValue> inFile;
  private final List<GivenValue> inEnvironment;

  private Configuration(
      Optional<String> file, List<GivenValue> inFile, List<GivenValue> inEnvironment) {
    this.file = file;
    this.inFile = inFile;
    this.inEnvironment = inEnvironment;
  }

  /** Whether there is nothing of the kind; costs no more than a look for a file. */
  static boolean isNone(Surroundings surroundings) {
    for (String variable : surroundings.environment().keySet()) {
      if (isOption(variable)) {
        return false;
      }
    }
    return file(surroundings).isEmpty();
  }

  /**
   * Reads it.
   *
   * @param named the file that the command line names
   */
  static Configuration of(Surroundings surroundings, Optional<String> named) {
    List<GivenValue> inEnvironment = new ArrayList<>();
    new TreeMap<>(surroundings.environment())
        .forEach(
            (variable, value) -> {
              if (isOption(variable)) {
                value.lines().forEach(line -> inEnvironment.add(ofVariable(variable, line)));
              }
            });
    Optional<String> file = named.or(() -> file(surroundings));
    return new Configuration(
        file, file.map(ConfigurationFile::read).orElse(List.of()), inEnvironment);
  }

  private static GivenValue ofVariable(String variable, String value) {
    return new GivenValue(name(variable), value, variable);
  }

  private static boolean isOption(String variable) {
    return variable.startsWith(VARIABLES) && !OTHER_VARIABLES.contains(variable);
  }

  /** {@code PGSLOWLOG_MIN_CALLS} is {@code min-calls}. */
  private static String name(String variable) {
    return variable.substring(VARIABLES.length()).toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Empty if there is none; a variable that names none turns it off. */
  private static Optional<String> file(Surroundings surroundings) {
    Map<String, String> environment = surroundings.environment();
    String named = environment.get(FILE_VARIABLE);
    if (named != null) {
      return Optional.of(named).filter(name -> !name.isEmpty());
    }
    return usualFile(surroundings).filter(path -> Files.exists(path)).map(Path::toString);
  }

  /** Where it is expected; empty without a home, or with one that Java cannot name here. */
  static Optional<Path> usualFile(Surroundings surroundings) {
    try {
      return expectedFile(surroundings);
    } catch (InvalidPathException unnamed) {
      return Optional.empty();
    }
  }

  private static Optional<Path> expectedFile(Surroundings surroundings) {
    return surroundings
        .variable("XDG_CONFIG_HOME")
        .filter(folder -> folder.startsWith("/"))
        .or(() -> surroundings.variable("HOME").map(home -> home + "/.config"))
        .map(folder -> Path.of(folder, "pgslowlog", "config"));
  }

  // --- what it says

  /** The file that was read. */
  Optional<String> file() {
    return file;
  }

  /** All values in effect: those of the file first. */
  List<GivenValue> effective() {
    List<GivenValue> all = new ArrayList<>(inFile);
    all.removeIf(this::isOverridden);
    all.addAll(inEnvironment);
    return all;
  }

  /** Values of the file for which there is a variable. */
  List<GivenValue> overridden() {
    return inFile.stream().filter(this::isOverridden).toList();
  }

  private boolean isOverridden(GivenValue value) {
    return inEnvironment.stream().anyMatch(other -> other.name().equals(value.name()));
  }

  /** The values of one option. */
  List<GivenValue> of(String name) {
    return effective().stream().filter(value -> value.name().equals(name)).toList();
  }

  /**
   * Refuses names of the file that no option has. Variables of such names may be there for another
   * purpose, as Kubernetes makes some for each service.
   */
  void check(Set<String> options) {
    for (GivenValue value : inFile) {
      if (!options.contains(value.name())) {
        throw new AnalyzerException(
            value.origin()
                + ": '"
                + value.name()
                + "' is no option"
                + Similar.to(value.name(), options)
                    .map(name -> "; is '" + name + "' meant?")
                    .orElse("")
                + " ('pgslowlog analyze --help' lists them; write them without dashes)");
      }
    }
  }
}
