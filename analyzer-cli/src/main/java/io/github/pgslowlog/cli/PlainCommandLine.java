package io.github.pgslowlog.cli;

import io.github.pgslowlog.LogAnalyzer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plainest command lines of {@code analyze}, those with nothing but logs and the options
 * most runs give, without the library that reads all the others: that one looks at annotations and
 * needs a seventh of the time of a short run. What is not surely right is left to it.
 */
final class PlainCommandLine {
  /** Larger numbers are left to the library, as are those that are none. */
  private static final int MAX_DIGITS = 6;

  private final Set<String> given = new HashSet<>();
  private final List<String> logs = new ArrayList<>();
  private final List<String> outputs = new ArrayList<>();
  private int top = OutputArguments.DEFAULT_TOP;
  private @Nullable Integer jobs;

  private PlainCommandLine() {}

  /** Empty for a command line that is not plain, or not right. */
  static Optional<AnalyzeCommand> read(Streams streams, String... arguments) {
    if (arguments.length < 2 || !arguments[0].equals("analyze")) {
      return Optional.empty();
    }
    PlainCommandLine line = new PlainCommandLine();
    for (int i = 1; i < arguments.length; ) {
      String next = i + 1 < arguments.length ? arguments[i + 1] : "";
      int read = line.accept(arguments[i], next);
      if (read == 0) {
        return Optional.empty();
      }
      i += read;
    }
    return line.isRight() ? Optional.of(line.command(streams)) : Optional.empty();
  }

  private boolean isRight() {
    return !logs.isEmpty()
        && new OutputArguments(outputs, top).mistake().isEmpty()
        && ReadFiles.ofLogs(logs, outputs).mistake(outputs).isEmpty();
  }

  private AnalyzeCommand command(Streams streams) {
    boolean quiet = given.contains("-q");
    return new AnalyzeCommand(
        streams,
        new InputArguments(logs, quiet),
        new AnalysisArguments(jobs),
        new OutputArguments(outputs, top));
  }

  /** How many arguments were understood, 0 for none. */
  private int accept(String argument, String next) {
    return switch (argument) {
      case "-q", "--quiet" -> given.add("-q") ? 1 : 0;
      case "-o", "--output" -> isOutput(next) && outputs.add(next) ? 2 : 0;
      case "-t", "--top" -> {
        top = number(next);
        yield top > 0 && given.add("-t") ? 2 : 0;
      }
      case "-j", "--jobs" -> {
        jobs = number(next);
        yield jobs > 0 && jobs <= LogAnalyzer.Builder.MAX_JOBS && given.add("-j") ? 2 : 0;
      }
      default -> isOperand(argument) && logs.add(argument) ? 1 : 0;
    };
  }

  private static boolean isOutput(String name) {
    return isOperand(name) && ReportTarget.of(name).isPresent();
  }

  /** The library takes an {@code @} for a file with more arguments. */
  private static boolean isOperand(String argument) {
    return argument.equals("-") || (!argument.isEmpty() && "-@\"'".indexOf(argument.charAt(0)) < 0);
  }

  /** 0 for what is none, or has more digits than anybody needs. */
  private static int number(String text) {
    if (text.isEmpty() || text.length() > MAX_DIGITS) {
      return 0;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return 0;
      }
      number = number * 10 + c - '0';
    }
    return number;
  }
}
