package io.github.pgslowlog.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A script for zsh: a file {@code _pgslowlog} in a folder of {@code fpath}, or to be sourced.
 *
 * <p>Source: <a href="https://zsh.sourceforge.io/Doc/Release/Completion-System.html">zsh manual,
 * Completion System</a>, for {@code _arguments} and {@code _describe}.
 */
final class ZshCompletion {
  private static final String START =
      """
      #compdef pgslowlog
      # Completion of pgslowlog for zsh.
      """;

  private static final String END =
      """

      if [[ "${funcstack[1]}" == _pgslowlog ]]; then
        _pgslowlog "$@"
      else
        (( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
        compdef _pgslowlog pgslowlog
      fi
      """;

  private ZshCompletion() {}

  static String of(CommandLine whole) {
    StringBuilder script = new StringBuilder(START);
    add(whole, "_pgslowlog", script);
    return script.append(END).toString();
  }

  private static void add(CommandLine command, String function, StringBuilder script) {
    Map<String, CommandLine> subcommands = command.getSubcommands();
    CommandSpec spec = command.getCommandSpec();
    script.append("\n").append(function).append("() {\n");
    if (!subcommands.isEmpty()) {
      script.append("  local curcontext=\"$curcontext\" state line\n  local -a commands=(\n");
      subcommands.forEach(
          (word, sub) ->
              script.append("    ").append(quoted(word + ":" + purpose(sub))).append("\n"));
      script.append("  )\n");
    }
    script.append("  _arguments -s");
    CompletionWords.options(spec).forEach(option -> addOption(option, script));
    if (subcommands.isEmpty()) {
      spec.positionalParameters().forEach(place -> addPlace(place, script));
      script.append("\n}\n");
      return;
    }
    script.append(" \\\n    '1: :->command' \\\n    '*:: :->rest' && return\n");
    script.append("  case \"$state\" in\n    command) _describe command commands ;;\n");
    script.append("    rest) (( $+functions[").append(function).append("_${words[1]}] )) && ");
    script.append(function).append("_${words[1]} ;;\n  esac\n}\n");
    subcommands.forEach((word, sub) -> add(sub, function + "_" + word, script));
  }

  private static String purpose(CommandLine command) {
    return CompletionWords.purpose(command.getCommandSpec().usageMessage().description());
  }

  private static void addOption(OptionSpec option, StringBuilder script) {
    String others = option.isMultiValue() ? "*" : "(" + String.join(" ", option.names()) + ")";
    for (String name : option.names()) {
      boolean valued = option.arity().max() > 0;
      String sign = !valued ? "" : name.startsWith("--") ? "=" : "+";
      String text = "[" + escaped(CompletionWords.purpose(option.description())) + "]";
      script
          .append(" \\\n    ")
          .append(quoted(others + name + sign + text + (valued ? ":" + value(option) : "")));
    }
  }

  private static void addPlace(PositionalParamSpec place, StringBuilder script) {
    String index = place.index().isVariable() ? "*" : String.valueOf(place.index().min() + 1);
    script.append(" \\\n    ").append(quoted(index + ":" + value(place)));
  }

  private static String value(ArgSpec argument) {
    List<String> words = CompletionWords.values(argument);
    String action =
        CompletionWords.isFile(argument)
            ? "_files"
            : words.isEmpty() ? "" : "(" + String.join(" ", words) + ")";
    return escaped(argument.paramLabel()) + ":" + action;
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace(":", "\\:").replace("[", "\\[").replace("]", "\\]");
  }

  private static String quoted(String text) {
    return "'" + text.replace("$$", "$").replace("%%", "%").replace("'", "'\\''") + "'";
  }
}
