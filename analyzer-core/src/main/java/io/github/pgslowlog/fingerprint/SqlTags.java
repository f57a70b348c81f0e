package io.github.pgslowlog.fingerprint;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.bytes.TextDecoder;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an application tells of itself in comments.
 *
 * <pre>
 * SELECT 1 &#47;*action='show%20all',controller='orders'*&#47;     sqlcommenter
 * &#47;*application:Shop,controller:orders,action:index*&#47; SELECT 1    marginalia
 * </pre>
 *
 * <p>Sources: <a href="https://google.github.io/sqlcommenter/spec/">sqlcommenter</a> (keys and
 * values are URL-encoded, values quoted, quotes within escaped by a backslash) and <a
 * href="https://github.com/basecamp/marginalia">marginalia</a>. Every pair of a comment must have
 * the form; hints and prose are no tags.
 */
public final class SqlTags {
  /** Frameworks write about ten. */
  static final int MAX_TAGS = 32;

  /** Names of classes and routes are shorter; the head of a longer value is used. */
  static final int MAX_LENGTH = 256;

  /** A comment with a page of text is none; this bounds the work on it. */
  static final int MAX_COMMENT = 8 << 10;

  private final Map<String, String> tags = new LinkedHashMap<>(4);

  private SqlTags() {}

  /**
   * Reads the comments of a statement.
   *
   * @param sql the statement
   * @return value by key in the order of the text; of a key that comes twice the first; empty if
   *     there are none
   */
  public static Map<String, String> read(Slice sql) {
    if (!mayHaveComment(sql)) {
      return Map.of();
    }
    SqlTags found = new SqlTags();
    SqlScanner scanner = new SqlScanner();
    scanner.reset(sql.array(), sql.from(), sql.to());
    TokenKind token = scanner.next();
    while (token != TokenKind.END) {
      boolean block = token == TokenKind.COMMENT && sql.array()[scanner.start()] == '/';
      if (block && scanner.end() - scanner.start() <= MAX_COMMENT) {
        found.comment(TextDecoder.decode(sql.array(), scanner.start(), scanner.end()).substring(2));
      }
      token = scanner.next();
    }
    return Collections.unmodifiableMap(found.tags);
  }

  /** The tags of a block comment alone. */
  static Map<String, String> ofComment(byte[] text, int from, int to) {
    if (to - from > MAX_COMMENT) {
      return Map.of();
    }
    SqlTags found = new SqlTags();
    found.comment(TextDecoder.decode(text, from, to).substring(2));
    return Collections.unmodifiableMap(found.tags);
  }

  private static boolean mayHaveComment(Slice sql) {
    byte[] b = sql.array();
    for (int i = sql.from() + 1; i < sql.to(); i++) {
      if (b[i] == '*' && b[i - 1] == '/') {
        return true;
      }
    }
    return false;
  }

  private void comment(String comment) {
    String text =
        (comment.endsWith("*/") ? comment.substring(0, comment.length() - 2) : comment).strip();
    Map<String, String> pairs = new LinkedHashMap<>();
    boolean known = text.contains("='") ? quoted(text, pairs) : plain(text, pairs);
    if (known) {
      pairs.forEach(this::put);
    }
  }

  private void put(String key, String value) {
    if (tags.size() < MAX_TAGS || tags.containsKey(key)) {
      tags.putIfAbsent(key, value);
    }
  }

  // --- key='value',key='value'

  private static boolean quoted(String text, Map<String, String> pairs) {
    int position = 0;
    while (position < text.length()) {
      int equals = text.indexOf("='", position);
      if (equals < 0 || !isKey(text, position, equals)) {
        return false;
      }
      int end = closingQuote(text, equals + 2);
      if (end < 0) {
        return false;
      }
      String value = text.substring(equals + 2, end).replace("\\'", "'");
      pairs.putIfAbsent(decoded(text.substring(position, equals).strip()), bounded(decoded(value)));
      position = behindComma(text, end + 1);
      if (position < 0) {
        return false;
      }
    }
    return true;
  }

  private static int closingQuote(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '\'') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return i < text.length() ? i : -1;
  }

  /** Behind a comma and blanks, the length at the end, or -1 if something else comes. */
  private static int behindComma(String text, int from) {
    String rest = text.substring(from).stripLeading();
    if (rest.isEmpty()) {
      return text.length();
    }
    return rest.startsWith(",") ? text.length() - rest.substring(1).stripLeading().length() : -1;
  }

  /** A value as the comment shows it. */
  static String value(String text) {
    return bounded(decoded(text));
  }

  private static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  // --- key:value,key:value

  private static boolean plain(String text, Map<String, String> pairs) {
    for (String pair : text.split(",", MAX_TAGS + 1)) {
      int colon = pair.indexOf(':');
      if (colon < 0 || !isKey(pair, 0, colon) || !isPlainValue(pair, colon + 1)) {
        return false;
      }
      pairs.putIfAbsent(pair.substring(0, colon).strip(), bounded(pair.substring(colon + 1)));
    }
    return true;
  }

  /** Prose such as {@code note: see below} has a space behind its colon, an address slashes. */
  private static boolean isPlainValue(String pair, int from) {
    return from < pair.length()
        && pair.charAt(from) != ' '
        && pair.charAt(from) != ':'
        && !pair.startsWith("//", from);
  }

  private static boolean isKey(String text, int from, int to) {
    String key = text.substring(from, to).strip();
    if (key.isEmpty() || key.length() > MAX_LENGTH || !Character.isLetter(key.charAt(0))) {
      return false;
    }
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '_' && c != '-' && c != '.' && c != '%') {
        return false;
      }
    }
    return true;
  }

  private static String bounded(String value) {
    String text = value.strip();
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
  }
}
