package io.github.pgslowlog.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Arguments and options as help shows them: in groups where there are many, broken at blanks. */
final class OptionHelp {
  private static final int WIDTH = 80;
  private static final int MOST_LABEL = 26;
  private static final String INDENT = "  ";

  /** Fewer need no order. */
  private static final int MANY = 12;

  private static final String OTHERS = "Logs and others";

  /** What is not in any of them is one of the others. */
  private static final Map<String, Set<String>> GROUPS = groups();

  private final StringBuilder text = new StringBuilder();
  private final int column;

  private OptionHelp(Help help) {
    int longest =
        help.commandSpec().options().stream()
            .mapToInt(option -> label(option).length())
            .filter(length -> length <= MOST_LABEL)
            .max()
            .orElse(0);
    column = INDENT.length() + longest + 2;
  }

  private static Map<String, Set<String>> groups() {
    Map<String, Set<String>> groups = new LinkedHashMap<>();
    groups.put("Output", Set.of("--output", "--format", "--top", "--samples", "--color"));
    groups.put(
        "Which statements count",
        Set.of(
            "--begin",
            "--end",
            "--last",
            "--dbname",
            "--dbuser",
            "--appname",
            "--host",
            "--exclude-dbname",
            "--exclude-dbuser",
            "--exclude-appname",
            "--exclude-host",
            "--fingerprint",
            "--text",
            "--min-duration",
            "--min-calls"));
    groups.put(
        "Advice that a planner confirms",
        Set.of(
            "--schema",
            "--stats",
            "--url",
            "--what-if",
            "--set",
            "--storage-budget",
            "--max-indexes",
            "--max-regression"));
    return groups;
  }

  /** Lets a command and its sub-commands have it. */
  static void register(CommandLine command) {
    Map<String, CommandLine.IHelpSectionRenderer> sections =
        new LinkedHashMap<>(command.getHelpSectionMap());
    sections.put(UsageMessageSpec.SECTION_KEY_PARAMETER_LIST, OptionHelp::places);
    sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, OptionHelp::options);
    command.setHelpSectionMap(sections);
  }

  private static String places(Help help) {
    OptionHelp list = new OptionHelp(help);
    for (PositionalParamSpec place : help.commandSpec().positionalParameters()) {
      list.add(place.paramLabel() + (place.arity().isVariable() ? "..." : ""), place);
    }
    return list.text.isEmpty() ? "" : "\n" + list.text;
  }

  private static String options(Help help) {
    OptionHelp list = new OptionHelp(help);
    grouped(help.commandSpec())
        .forEach(
            (title, options) -> {
              list.text.append('\n').append(title.isEmpty() ? "" : title + ":\n");
              options.forEach(list::add);
            });
    return list.text.toString();
  }

  /** Options of a command by the title of their group; few of them have none. */
  static Map<String, List<OptionSpec>> grouped(CommandSpec spec) {
    List<OptionSpec> others = new ArrayList<>(CompletionWords.options(spec));
    if (others.size() < MANY) {
      return Map.of("", others);
    }
    Map<String, List<OptionSpec>> grouped = new LinkedHashMap<>();
    GROUPS.forEach(
        (title, names) -> {
          List<OptionSpec> group = others.stream().filter(o -> isAny(o, names)).toList();
          if (!group.isEmpty()) {
            grouped.put(title, group);
            others.removeAll(group);
          }
        });
    grouped.put(OTHERS, others);
    return grouped;
  }

  private static boolean isAny(OptionSpec option, Set<String> names) {
    return Arrays.stream(option.names()).anyMatch(names::contains);
  }

  // --- one of them

  private void add(OptionSpec option) {
    add(label(option), option);
  }

  /** Long names stand below each other. */
  private static String label(OptionSpec option) {
    String names = String.join(", ", option.names());
    return (names.startsWith("--") ? "    " : "")
        + names
        + (option.arity().max() == 0 ? "" : "=" + option.paramLabel());
  }

  private void add(String label, ArgSpec argument) {
    StringBuilder line = new StringBuilder(INDENT).append(label);
    if (line.length() > column - 2) {
      text.append(line).append('\n');
      line.setLength(0);
    }
    pad(line, column);
    boolean first = true;
    for (String word : ManualPage.description(argument).split(" ", -1)) {
      if (!first && line.length() + 1 + word.length() > WIDTH) {
        text.append(line).append('\n');
        line.setLength(0);
        pad(line, column);
        first = true;
      }
      line.append(first ? "" : " ").append(word);
      first = false;
    }
    text.append(line).append('\n');
  }

  private static void pad(StringBuilder line, int width) {
    line.append(" ".repeat(Math.max(0, width - line.length())));
  }
}
