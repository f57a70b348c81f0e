package io.github.pgslowlog.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What a shell may propose; of the same definitions as the help. */
final class CompletionWords {
  private static final Set<String> FILE_LABELS = Set.of("FILE", "FOLDER", "LOG");

  private CompletionWords() {}

  /** Whether a value is the name of a file. */
  static boolean isFile(ArgSpec argument) {
    return FILE_LABELS.contains(argument.paramLabel());
  }

  /** All words that a value may be; none if it may be anything. */
  static List<String> values(ArgSpec argument) {
    if (argument.paramLabel().equals("COMMAND")) {
      return List.copyOf(argument.command().parent().subcommands().keySet());
    }
    Iterable<String> candidates = argument.completionCandidates();
    return candidates == null
        ? List.of()
        : StreamSupport.stream(candidates.spliterator(), false).toList();
  }

  /** Words that may stand instead of an option: sub-commands, and values of arguments. */
  static List<String> places(CommandLine command) {
    List<String> words = new ArrayList<>(command.getSubcommands().keySet());
    command.getCommandSpec().positionalParameters().forEach(p -> words.addAll(values(p)));
    return words;
  }

  /** Options in the order of the help. */
  static List<OptionSpec> options(CommandSpec spec) {
    return spec.options().stream().filter(option -> !option.hidden()).toList();
  }

  /** The first sentence of what it is for, short enough for a list. */
  static String purpose(String... description) {
    String text = Objects.requireNonNull(Arrays.stream(description).findFirst().orElse(""));
    int end = text.length();
    for (String stop : List.of(": ", "; ", " (", ". ")) {
      int at = text.indexOf(stop);
      end = at < 0 ? end : Math.min(end, at);
    }
    String first = text.substring(0, end);
    return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
  }
}
