package io.github.pgslowlog.language;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A language that the server's messages are translated to, with its catalog. */
public final class Language {
  private final String code;
  private final String englishName;
  private final List<Charset> charsets;
  private final Map<MessageKey, List<String>> wordings;
  private final Map<MessageKey, List<byte[]>> bytes = new ConcurrentHashMap<>();

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
    return bytes.computeIfAbsent(key, this::encode);
  }

  private List<byte[]> encode(MessageKey key) {
    List<byte[]> encoded = new ArrayList<>();
    for (String text : wordings(key)) {
      for (Charset charset : charsets) {
        if (has(charset, text)) {
          encoded.add(text.getBytes(charset));
        }
      }
    }
    return encoded;
  }

  /** Whether a character set has all letters of a text. */
  static boolean has(Charset charset, String text) {
    return charset.equals(StandardCharsets.UTF_8) || charset.newEncoder().canEncode(text);
  }

  @Override
  public String toString() {
    return code;
  }
}
