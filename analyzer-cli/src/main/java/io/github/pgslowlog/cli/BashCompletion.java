package io.github.pgslowlog.cli;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A script for bash. Where a file may stand it proposes nothing, and bash itself proposes files.
 *
 * <p>Source: <a
 * href="https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html">Bash
 * manual, Programmable Completion</a>.
 */
final class BashCompletion {
  private static final String START =
      """
      # Completion of pgslowlog for bash.
      _pgslowlog() {
        local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}"
        local command= options= places= values= i
        # For bash a = is a word.
        if [[ "$current" == = ]]; then
          current=
        elif [[ "$previous" == = ]]; then
          previous="${COMP_WORDS[COMP_CWORD-2]}"
        fi
        for ((i = 1; i < COMP_CWORD; i++)); do
          case "${COMP_WORDS[i]}" in
            --config)
              [[ "${COMP_WORDS[i+1]}" != = ]] || ((i++))
              ((i++))
              ;;
            -*) ;;
            *)
              command="${command:+$command }${COMP_WORDS[i]}"
              [[ "$command" == config ]] || break
              ;;
          esac
        done
        COMPREPLY=()
        case "$command" in
      """;

  private static final String END =
      """
          *) return ;;
        esac
        if [[ "$values" == files ]] || [[ -z "$values" && "$current" != -* && -z "$places" ]]; then
          return
        fi
        compopt +o default 2>/dev/null
        if [[ -n "$values" ]]; then
          places="${values#none}"
        elif [[ "$current" == -* ]]; then
          places="$options"
        fi
        COMPREPLY=($(compgen -W "$places" -- "$current"))
      }
      complete -o default -F _pgslowlog pgslowlog
      """;

  private BashCompletion() {}

  static String of(CommandLine whole) {
    StringBuilder script = new StringBuilder(START);
    add(whole, "", script);
    return script.append(END).toString();
  }

  private static void add(CommandLine command, String name, StringBuilder script) {
    CommandSpec spec = command.getCommandSpec();
    List<OptionSpec> options = CompletionWords.options(spec);
    script.append("    ").append(quoted(name)).append(")\n");
    assign("options", options.stream().flatMap(o -> Arrays.stream(o.names())), script);
    assign("places", CompletionWords.places(command).stream(), script);
    script.append("      case \"$previous\" in\n");
    options.stream()
        .filter(option -> option.arity().max() > 0)
        .collect(Collectors.groupingBy(BashCompletion::values, TreeMap::new, Collectors.toList()))
        .forEach((values, valued) -> addValues(values, valued, script));
    script.append("      esac\n      ;;\n");
    command
        .getSubcommands()
        .forEach((word, sub) -> add(sub, name.isEmpty() ? word : name + " " + word, script));
  }

  private static void addValues(String values, List<OptionSpec> options, StringBuilder script) {
    String names =
        options.stream()
            .flatMap(option -> Arrays.stream(option.names()))
            .collect(Collectors.joining(" | "));
    script.append("        ").append(names).append(") values=").append(quoted(values));
    script.append(" ;;\n");
  }

  private static String values(OptionSpec option) {
    List<String> words = CompletionWords.values(option);
    return CompletionWords.isFile(option)
        ? "files"
        : words.isEmpty() ? "none" : String.join(" ", words);
  }

  private static void assign(String variable, Stream<String> words, StringBuilder script) {
    script
        .append("      ")
        .append(variable)
        .append("=")
        .append(quoted(words.collect(Collectors.joining(" "))))
        .append("\n");
  }

  private static String quoted(String words) {
    return "'" + words + "'";
  }
}
