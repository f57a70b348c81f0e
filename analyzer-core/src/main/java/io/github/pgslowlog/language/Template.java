package io.github.pgslowlog.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

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
    return text.replaceFirst(VALUE, Matcher.quoteReplacement(word));
  }
}
