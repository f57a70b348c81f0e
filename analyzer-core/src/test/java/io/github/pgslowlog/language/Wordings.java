package io.github.pgslowlog.language;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The catalogs as plain text, and messages printed with them the way the server does.
 *
 * @param language code
 * @param key name of the entry
 * @param text one of its wordings
 */
public record Wordings(String language, String key, String text) {
  /** Every wording of every language and version. */
  public static List<Wordings> all() {
    List<Wordings> all = new ArrayList<>();
    String language = "";
    for (String line : lines()) {
      if (line.startsWith("[")) {
        language = line.substring(1, line.indexOf('|'));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        String[] cells = line.split("\\|");
        for (String text : Arrays.asList(cells).subList(1, cells.length)) {
          all.add(new Wordings(language, cells[0], text));
        }
      }
    }
    return all;
  }

  /** Every wording of one entry, in all languages and versions. */
  public static Stream<Wordings> of(String key) {
    return all().stream().filter(wording -> wording.key.equals(key));
  }

  /** The words of an entry in this language; English if it has none. */
  public List<String> words(String other) {
    List<String> words =
        of(other).filter(w -> w.language.equals(language)).map(Wordings::text).toList();
    return words.isEmpty()
        ? of(other).filter(w -> w.language.equals("en")).map(Wordings::text).toList()
        : words;
  }

  /** The text with its values put in. */
  public String print(String... values) {
    StringBuilder printed = new StringBuilder();
    int position = 0;
    for (String value : values) {
      int place = text.indexOf('%', position);
      printed.append(text, position, place).append(value);
      position = place + 2;
    }
    return printed.append(text.substring(position)).toString();
  }

  private static List<String> lines() {
    try (InputStream in = Wordings.class.getResourceAsStream("messages.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8).lines().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
