package io.github.pgslowlog.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The commands that documents show exist, and so do their options. */
class DocumentedCommandsTest {
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?m)(?:^|[|;(]) *(?:\\$ )?(?:[A-Z_]+=\\S+ )?(?:\\./)?pgslowlog ([a-z]+)([^|;\\n]*)");
  private static final Pattern OPTION = Pattern.compile("(?<= )--?[A-Za-z][a-z-]*");

  private final Map<String, String> helps = new HashMap<>();

  @Test
  void commandsAndOptionsExist() throws IOException {
    List<String> unknown = new ArrayList<>();
    int options = 0;

    for (Document document : Document.all()) {
      for (Document.CodeBlock block : document.codeBlocks()) {
        Matcher command = COMMAND.matcher(String.join("\n", block.lines()).replace("\\\n", " "));
        while (command.find()) {
          String help = helps.computeIfAbsent(command.group(1), DocumentedCommandsTest::help);
          Matcher option = OPTION.matcher(command.group(2).replaceAll("'[^']*'", "''"));
          while (option.find()) {
            options++;
            if (!help.matches("(?s).*[ ,]" + option.group() + "\\b.*")) {
              unknown.add(document.path() + ": " + command.group(1) + " " + option.group());
            }
          }
        }
      }
    }

    assertThat(options).isGreaterThan(40);
    assertThat(helps.keySet()).contains("analyze", "doctor", "catalog");
    assertThat(unknown).isEmpty();
  }

  private static String help(String command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            command,
            "--help");
    assertThat(code).as("pgslowlog %s --help: %s", command, err).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }
}
