package io.github.pgslowlog.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * A manual page in the language of man, see <a
 * href="https://man7.org/linux/man-pages/man7/man.7.html">man(7)</a>.
 */
final class ManualPage {
  private final CommandLine command;
  private final CommandSpec spec;
  private final String name;
  private final StringBuilder page = new StringBuilder();

  private ManualPage(CommandLine command) {
    this.command = command;
    this.spec = command.getCommandSpec();
    this.name = spec.qualifiedName("-");
  }

  static String of(CommandLine command) {
    ManualPage manual = new ManualPage(command);
    manual.write();
    return manual.page.toString();
  }

  private void write() {
    UsageMessageSpec usage = spec.usageMessage();
    List<String> description = lines(usage.description());
    line(
        ".TH \"" + name.toUpperCase(Locale.ROOT) + "\" \"1\" \"\" \"pgslowlog\" \"User Commands\"");
    line(".nh");
    line(".ad l");
    section("NAME");
    String first = description.get(0);
    text(name + " - " + (first.endsWith(".") ? first.substring(0, first.length() - 1) : first));
    section("SYNOPSIS");
    synopsis();
    section("DESCRIPTION");
    paragraphs(description);
    positionals();
    options();
    commands();
    footer(lines(usage.footer()));
    seeAlso();
  }

  private void synopsis() {
    String positionals =
        spec.positionalParameters().stream()
            .map(p -> " " + p.paramLabel() + (p.arity().isVariable() ? "..." : ""))
            .collect(Collectors.joining());
    line(".B " + escaped(spec.qualifiedName()));
    text("[OPTION]..." + (command.getSubcommands().isEmpty() ? "" : " COMMAND") + positionals);
  }

  // --- options

  private void positionals() {
    List<PositionalParamSpec> all = spec.positionalParameters();
    if (!all.isEmpty()) {
      section("ARGUMENTS");
      all.forEach(p -> entry("\\fI" + escaped(p.paramLabel()) + "\\fR", description(p)));
    }
  }

  private void options() {
    section("OPTIONS");
    OptionHelp.grouped(spec)
        .forEach(
            (title, options) -> {
              if (!title.isEmpty()) {
                line(".SS \"" + title + "\"");
              }
              options.forEach(this::option);
            });
  }

  private void option(OptionSpec option) {
    String names =
        Arrays.stream(option.names())
            .map(text -> "\\fB" + escaped(text) + "\\fR")
            .collect(Collectors.joining(", "));
    String value = option.arity().max() == 0 ? "" : " \\fI" + escaped(option.paramLabel()) + "\\fR";
    entry(names + value, description(option));
  }

  private void commands() {
    Map<String, CommandLine> commands = command.getSubcommands();
    if (!commands.isEmpty()) {
      section("COMMANDS");
      commands.forEach(
          (sub, line) ->
              entry(
                  "\\fB" + escaped(sub) + "\\fR",
                  lines(line.getCommandSpec().usageMessage().description()).get(0)));
    }
  }

  /** What stands in for defaults is put in place. */
  static String description(ArgSpec argument) {
    return Arrays.stream(argument.description())
        .map(text -> text.replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValue())))
        .map(text -> typed(text))
        .collect(Collectors.joining(" "));
  }

  // --- the end

  /** Lines that are indented are examples, as they are typed. */
  private void footer(List<String> lines) {
    boolean examples = false;
    List<String> notes = new ArrayList<>();
    for (String text : lines) {
      if (text.equals("Examples:") || text.equals("Example:")) {
        section("EXAMPLES");
      } else if (text.startsWith("  ")) {
        line(examples ? escaped(text.substring(2)) : ".nf\n" + escaped(text.substring(2)));
        examples = true;
      } else if (!text.isEmpty()) {
        notes.add(text);
      }
    }
    if (examples) {
      line(".fi");
    }
    if (!notes.isEmpty()) {
      section("NOTES");
      paragraphs(notes);
    }
  }

  private void seeAlso() {
    String others =
        command.getParent() == null
            ? command.getSubcommands().keySet().stream()
                .map(sub -> "pgslowlog-" + sub + "(1)")
                .collect(Collectors.joining(", "))
            : "pgslowlog(1)";
    section("SEE ALSO");
    text(others);
  }

  // --- the language

  private void section(String title) {
    line(".SH \"" + title + "\"");
  }

  private void entry(String tag, String text) {
    line(".TP");
    line(tag);
    text(text);
  }

  private void paragraphs(List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      if (i > 0) {
        line(".PP");
      }
      text(texts.get(i));
    }
  }

  private void text(String text) {
    line(escaped(text));
  }

  private void line(String line) {
    page.append(line).append('\n');
  }

  private static List<String> lines(String... texts) {
    return Arrays.stream(texts).map(ManualPage::typed).toList();
  }

  /** The library's texts double the characters by which it puts something in place. */
  private static String typed(String text) {
    return text.replace("$$", "$").replace("%%", "%");
  }

  /** A backslash, a hyphen, quotes and a dot at the start of a line mean something. */
  private static String escaped(String text) {
    String escaped =
        text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga");
    return escaped.startsWith(".") ? "\\&" + escaped : escaped;
  }
}
