package io.github.pgslowlog.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads {@code messages.txt}, which tells its own form. */
final class Catalogs {
  private static final String SEPARATOR = "\\|";

  static final List<Language> LANGUAGES = read();

  private Catalogs() {}

  private static List<Language> read() {
    List<Language> languages = new ArrayList<>();
    Map<MessageKey, List<String>> wordings = new EnumMap<>(MessageKey.class);
    String head = "";
    for (String line : lines()) {
      if (line.startsWith("[")) {
        add(head, wordings, languages);
        head = line;
        wordings.clear();
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        String[] cells = line.split(SEPARATOR);
        wordings.put(MessageKey.valueOf(cells[0]), List.of(cells).subList(1, cells.length));
      }
    }
    add(head, wordings, languages);
    return List.copyOf(languages);
  }

  private static void add(
      String head, Map<MessageKey, List<String>> wordings, List<Language> languages) {
    if (!head.isEmpty()) {
      String[] cells = head.substring(1, head.length() - 1).split(SEPARATOR, -1);
      languages.add(new Language(cells[0], cells[1], charsets(cells[2]), wordings));
    }
  }

  /** Small Java runtimes lack the rarer ones. */
  private static List<Charset> charsets(String names) {
    Stream<Charset> others =
        Arrays.stream(names.split(" "))
            .filter(name -> !name.isEmpty() && Charset.isSupported(name))
            .map(Charset::forName);
    return Stream.concat(Stream.of(StandardCharsets.UTF_8), others).toList();
  }

  private static List<String> lines() {
    try (InputStream in = Catalogs.class.getResourceAsStream("messages.txt")) {
      if (in == null) {
        throw new IllegalStateException("messages.txt is missing beside " + Catalogs.class);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
