package io.github.pgslowlog.language;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A language that the server's messages are translated to, with its catalog. */
public final class Language {
  private final String code;
  private final String englishName;
  private final List<Charset> charsets;
  private final Map<MessageKey, List<String>> wordings;

  Language(
      String code,
      String englishName,
      List<Charset> charsets,
      Map<MessageKey, List<String>> wordings) {
    this.code = code;
    this.englishName = englishName;
    this.charsets = List.copyOf(charsets);
    this.wordings = Map.copyOf(wordings);
  }

  /**
   * The languages that some version of the server has been translated to.
   *
   * @return English first, the others by code
   */
  public static List<Language> all() {
    return Catalogs.LANGUAGES;
  }

  /**
   * Finds a language.
   *
   * @param code as the server's catalogs are named, such as {@code de} or {@code pt_BR}
   * @return the language, empty if the server has no such translation
   */
  public static Optional<Language> of(String code) {
    return all().stream().filter(language -> language.code.equals(code)).findFirst();
  }

  static Language english() {
    return all().get(0);
  }

  /**
   * The name of the server's catalog.
   *
   * @return such as {@code de} or {@code pt_BR}
   */
  public String code() {
    return code;
  }

  /**
   * The name in reports.
   *
   * @return such as {@code German}
   */
  public String englishName() {
    return englishName;
  }

  /** UTF-8 and what else servers of this language use. */
  List<Charset> charsets() {
    return charsets;
  }

  /** The wording of all versions, the most frequent first; empty if it is not translated. */
  List<String> wordings(MessageKey key) {
    return wordings.getOrDefault(key, List.of());
  }

  /** The same as bytes in every character set that has the letters. */
  List<byte[]> bytes(MessageKey key) {
    return wordings(key).stream().flatMap(text -> bytes(text).stream()).toList();
  }

  private List<byte[]> bytes(String text) {
    return charsets.stream()
        .filter(charset -> charset.newEncoder().canEncode(text))
        .map(text::getBytes)
        .toList();
  }

  @Override
  public String toString() {
    return code;
  }
}
