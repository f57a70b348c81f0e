package io.github.pgslowlog.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.fingerprint.Canonicalizer;
import io.github.pgslowlog.rewrite.Command;
import io.github.pgslowlog.rewrite.CommandWord;
import io.github.pgslowlog.rewrite.TokenRewriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The share of the statements of a file that JSqlParser understands once they are rewritten.
 *
 * <p>{@code -Dpgslowlog.statements=FILE.jsonl.gz} names the file: JSON lines with a field {@code
 * sql}.
 */
@EnabledIfSystemProperty(named = "pgslowlog.statements", matches = ".+")
final class StatementCoverageTest {
  private static final Pattern SQL = Pattern.compile("\"sql\": ?\"((?:[^\"\\\\]|\\\\.)*+)\"");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))");

  private final TreeMap<String, int[]> counts = new TreeMap<>();

  @Test
  void nearlyAllAreUnderstood() throws IOException {
    Path file = Path.of(System.getProperty("pgslowlog.statements", ""));
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
      lines.lines().map(SQL::matcher).filter(Matcher::find).forEach(sql -> count(sql.group(1)));
    }

    int[] all = new int[2];
    counts.forEach(
        (kind, count) -> {
          System.out.printf("%-8s %d of %d%n", kind, count[0], count[1]);
          all[0] += count[0];
          all[1] += count[1];
        });
    assertThat(100.0 * all[0] / all[1]).as("per cent").isGreaterThanOrEqualTo(99.2);
  }

  private void count(String json) {
    for (Command command : TokenRewriter.commands(canonical(unescape(json)))) {
      int[] count = counts.computeIfAbsent(CommandWord.of(command.text()), kind -> new int[2]);
      count[1]++;
      if (new TreeParser().parse(command).isPresent()) {
        count[0]++;
      } else {
        System.out.println(command.text());
      }
    }
  }

  private static String unescape(String json) {
    return ESCAPE
        .matcher(json)
        .replaceAll(match -> Matcher.quoteReplacement(character(match.group(1), match.group(2))));
  }

  private static String character(@Nullable String hex, String letter) {
    if (hex != null) {
      return String.valueOf((char) Integer.parseInt(hex, 16));
    }
    return switch (letter) {
      case "n" -> "\n";
      case "t" -> "\t";
      case "r" -> "\r";
      default -> letter;
    };
  }

  private static String canonical(String sql) {
    Canonicalizer canonicalizer = new Canonicalizer();
    return canonicalizer.canonical(canonicalizer.read(Slice.of(sql.getBytes(UTF_8)))).text();
  }
}
