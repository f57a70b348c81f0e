package io.github.pgslowlog.language;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A message of a catalog, in which {@code %s} stands for a value. Where the catalog keeps the word
 * for execute apart, it is put in.
 *
 * @param kind what it tells of
 * @param text the message
 */
record Template(WordingKind kind, String text) {
  private static final String VALUE = "%s";

  /** Messages about durations, but for those without a statement. */
  static List<Template> durations(Language language) {
    List<Template> templates = new ArrayList<>();
    add(WordingKind.STATEMENT, language, MessageKey.DURATION_STATEMENT, templates);
    add(WordingKind.PARSE, language, MessageKey.DURATION_PARSE, templates);
    add(WordingKind.BIND, language, MessageKey.DURATION_BIND, templates);
    add(WordingKind.FASTPATH, language, MessageKey.DURATION_FASTPATH, templates);
    add(WordingKind.PLAN, language, MessageKey.DURATION_PLAN, templates);
    for (String text : language.wordings(MessageKey.DURATION_EXECUTE)) {
      int word = text.indexOf(VALUE, text.indexOf(VALUE) + 1);
      addExecute(language, text.substring(0, word), text.substring(word), templates);
    }
    return templates;
  }

  /** What the messages about durations of a language begin with, before the number. */
  static List<byte[]> durationOpenings(Language language) {
    List<byte[]> openings = new ArrayList<>();
    Stream<String> texts =
        Stream.concat(
            durations(language).stream().map(Template::text),
            language.wordings(MessageKey.DURATION_BARE).stream());
    for (String text : texts.toList()) {
      for (Charset charset : language.charsets()) {
        if (Language.has(charset, text)) {
          addNew(text.substring(0, text.indexOf(VALUE)).getBytes(charset), openings);
        }
      }
    }
    return openings;
  }

  private static void addNew(byte[] opening, List<byte[]> openings) {
    for (byte[] known : openings) {
      if (Arrays.equals(known, opening)) {
        return;
      }
    }
    openings.add(opening);
  }

  /** Messages of log_statement. */
  static List<Template> logged(Language language) {
    List<Template> templates = new ArrayList<>();
    add(WordingKind.STATEMENT, language, MessageKey.LOGGED_STATEMENT, templates);
    add(WordingKind.FASTPATH, language, MessageKey.LOGGED_FASTPATH, templates);
    for (String text : language.wordings(MessageKey.LOGGED_EXECUTE)) {
      addExecute(language, "", text, templates);
    }
    return templates;
  }

  private static void add(
      WordingKind kind, Language language, MessageKey key, List<Template> templates) {
    language.wordings(key).forEach(text -> templates.add(new Template(kind, text)));
  }

  private static void addExecute(
      Language language, String duration, String text, List<Template> templates) {
    for (String word : words(language, MessageKey.FETCH_WORD)) {
      templates.add(new Template(WordingKind.EXECUTE_FETCH, duration + withWord(text, word)));
    }
    for (String word : words(language, MessageKey.EXECUTE_WORD)) {
      templates.add(new Template(WordingKind.EXECUTE, duration + withWord(text, word)));
    }
  }

  /** A word that is not translated stands in English inside a translated message. */
  private static List<String> words(Language language, MessageKey key) {
    List<String> words = language.wordings(key);
    return words.isEmpty() ? Language.english().wordings(key) : words;
  }

  private static String withWord(String text, String word) {
    int at = text.indexOf(VALUE);
    return at < 0 ? text : text.substring(0, at) + word + text.substring(at + VALUE.length());
  }
}
