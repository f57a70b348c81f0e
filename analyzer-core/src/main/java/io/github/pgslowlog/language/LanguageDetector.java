package io.github.pgslowlog.language;

import io.github.pgslowlog.bytes.Slice;
import java.util.List;

/**
 * Finds out which translations occur in a log.
 *
 * <p>Only the first label of a line and the beginning of a message are looked at, so that words in
 * SQL do not count. Several languages in one log are usual: a server starts in English before it
 * has read its settings.
 */
public final class LanguageDetector {
  private static final int MAX_LINES = 10_000;

  /** Prefixes are shorter; longer lines are SQL. */
  private static final int MAX_PREFIX_BYTES = 1024;

  private static final Labels STRICT = Labels.of(Language.all(), false);
  private static final Labels LENIENT = Labels.of(Language.all(), true);

  private final Evidence evidence = new Evidence();
  private int strictLines;
  private int lenientLines;

  private LanguageDetector() {}

  /**
   * Detects the languages of a log with labels (stderr, syslog).
   *
   * @param lines its first lines, wrappers taken off
   * @return English and those that occur; lenient if the labels are followed by one blank
   */
  public static Languages ofLines(List<Slice> lines) {
    LanguageDetector detector = new LanguageDetector();
    lines.stream().limit(MAX_LINES).forEach(detector::line);
    Languages languages = detector.evidence.languages();
    return detector.lenientLines > detector.strictLines ? languages.lenient() : languages;
  }

  /**
   * Detects the languages of a log without labels (csvlog, jsonlog).
   *
   * @param messages its first messages
   * @return English and those that occur
   */
  public static Languages ofMessages(List<Slice> messages) {
    Evidence evidence = new Evidence();
    messages.stream().limit(MAX_LINES).forEach(evidence::message);
    return evidence.languages();
  }

  private void line(Slice line) {
    byte[] b = line.array();
    int from = line.from();
    int to = line.to();
    if (from == to || b[from] == '\t') {
      return;
    }
    int limit = Math.min(to, from + MAX_PREFIX_BYTES);
    int colon = STRICT.firstColon(b, from, limit);
    int lenientColon = LENIENT.firstColon(b, from, colon < 0 ? limit : colon);
    if (isLenientDuration(b, from, lenientColon, to)) {
      lenientLines++;
      message(LENIENT, b, from, lenientColon, to);
    } else if (colon >= 0) {
      strictLines++;
      message(STRICT, b, from, colon, to);
      LabelForm form = STRICT.at(b, from, colon, to);
      if (form != null && isPrefix(b, from, colon - form.word().length)) {
        evidence.label(b, from, colon, to);
      }
    }
  }

  private boolean isLenientDuration(byte[] line, int from, int colon, int to) {
    LabelForm form = colon < 0 ? null : LENIENT.at(line, from, colon, to);
    return form != null
        && form.label() == Label.LOG
        && Evidence.startsDuration(text(form, line, colon, to));
  }

  private void message(Labels labels, byte[] line, int from, int colon, int to) {
    LabelForm form = labels.at(line, from, colon, to);
    if (form != null && form.label().isSeverity() && !hasQuote(line, from, colon)) {
      evidence.message(text(form, line, colon, to));
    }
  }

  private static Slice text(LabelForm form, byte[] line, int colon, int to) {
    return Slice.of(line, colon + 1 + form.blanks(), to);
  }

  /** Nothing, or something with a number in it (time, process) that ends outside of a word. */
  private static boolean isPrefix(byte[] line, int from, int to) {
    if (from == to) {
      return true;
    }
    boolean digit = false;
    for (int i = from; i < to; i++) {
      digit |= line[i] >= '0' && line[i] <= '9';
    }
    byte last = line[to - 1];
    boolean inWord = last < 0 || Character.isLetterOrDigit(last);
    return digit && !inWord && !hasQuote(line, from, to);
  }

  private static boolean hasQuote(byte[] line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (line[i] == '\'') {
        return true;
      }
    }
    return false;
  }
}
