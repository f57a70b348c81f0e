package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The text of a message of auto_explain, taken apart. It is never translated.
 *
 * <pre>
 * duration: 1.500 ms  plan:
 * Query Text: SELECT * FROM orders
 *   WHERE id = $1
 * Query Parameters: $1 = '7'
 * Index Scan using orders_pkey on orders  (cost=0.28..8.29 rows=1 width=40)
 *   Index Cond: (id = 7)
 * </pre>
 *
 * <p>Or an object in JSON or YAML, or an XML document, with the same keys. Parameters are shown
 * since 16, the query identifier since 14 with {@code auto_explain.log_verbose}.
 *
 * @param sql the query, null if the message does not show it
 * @param parameters the parameters in the form of a DETAIL section, null if there are none
 * @param plan as it was written; the whole document unless in text form
 * @param format how it is written
 * @param queryId the query identifier, null if the message does not show it
 */
record PlanMessage(
    @Nullable Slice sql,
    @Nullable Slice parameters,
    Slice plan,
    PlanFormat format,
    @Nullable String queryId) {
  private static final byte[] PLAN = ascii("  plan:");
  private static final byte[] TEXT = ascii("Query Text: ");
  private static final byte[] YAML_TEXT = ascii("Query Text: \"");
  private static final byte[] PARAMETERS = ascii("Query Parameters: ");
  private static final byte[] JSON_TEXT = ascii("\"Query Text\": \"");
  private static final byte[] JSON_PARAMETERS = ascii("\"Query Parameters\": \"");
  private static final byte[] YAML_PARAMETERS = ascii("Query Parameters: \"");
  private static final byte[] XML_TEXT = ascii("<Query-Text>");
  private static final byte[] XML_PARAMETERS = ascii("<Query-Parameters>");
  private static final byte[] QUERY = ascii("Query");
  private static final byte[] IDENTIFIER = ascii("Identifier");

  /** The word and the sign of {@code "duration: D ms plan:"} stand within so many bytes. */
  private static final int LONGEST_HEAD = 48;

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Reads a message of kind plan. */
  static PlanMessage read(Slice message) {
    int head = find(message, PLAN, 0, Math.min(message.length(), LONGEST_HEAD));
    int from = head < 0 ? message.length() : head + PLAN.length;
    while (from < message.length() && isBreak(message.array()[message.from() + from])) {
      from++;
    }
    return body(message.from(from));
  }

  private static PlanMessage body(Slice body) {
    if (body.startsWith(ascii("{"))) {
      return quoted(body, PlanFormat.JSON, JSON_TEXT, JSON_PARAMETERS);
    }
    if (body.startsWith(ascii("<explain"))) {
      Slice sql = element(body, XML_TEXT);
      Slice values = element(body, XML_PARAMETERS);
      return new PlanMessage(sql, detail(values), body, PlanFormat.XML, queryId(body));
    }
    return body.startsWith(YAML_TEXT)
        ? quoted(body, PlanFormat.YAML, YAML_TEXT, YAML_PARAMETERS)
        : text(body);
  }

  private static PlanMessage text(Slice body) {
    int plan = PlanStart.find(body);
    if (!body.startsWith(TEXT)) {
      return new PlanMessage(null, null, body, PlanFormat.TEXT, queryId(body));
    }
    int parameters = lastLine(body, PARAMETERS, plan);
    int end = parameters < 0 ? plan : parameters;
    Slice detail =
        parameters < 0 ? null : withoutBreak(body.between(parameters + QUERY.length + 1, plan));
    Slice sql = withoutBreak(body.between(TEXT.length, Math.max(TEXT.length, end)));
    Slice rest = body.from(plan);
    return new PlanMessage(sql, detail, rest, PlanFormat.TEXT, queryId(rest));
  }

  /** The last line before the plan that starts with a word, or -1. */
  private static int lastLine(Slice body, byte[] word, int plan) {
    int found = -1;
    for (int line = PlanStart.nextLine(body, 0); line < plan; ) {
      found = body.startsWithAt(line, word) ? line : found;
      line = PlanStart.nextLine(body, line);
    }
    return found;
  }

  private static PlanMessage quoted(Slice body, PlanFormat format, byte[] text, byte[] parameters) {
    int sql = find(body, text, 0, body.length());
    int values = sql < 0 ? -1 : find(body, parameters, behindString(body, sql + text.length), -1);
    return new PlanMessage(
        sql < 0 ? null : EscapedText.quoted(body.from(sql + text.length)),
        values < 0 ? null : detail(EscapedText.quoted(body.from(values + parameters.length))),
        body,
        format,
        queryId(body));
  }

  /** Offset of the quote that ends a string. */
  private static int behindString(Slice body, int from) {
    int i = body.from() + from;
    while (i < body.to() && body.array()[i] != '"') {
      i += body.array()[i] == '\\' ? 2 : 1;
    }
    return Math.min(i, body.to()) - body.from();
  }

  private static @Nullable Slice element(Slice body, byte[] tag) {
    int from = find(body, tag, 0, body.length());
    if (from < 0) {
      return null;
    }
    int end = from + tag.length;
    while (end < body.length() && body.array()[body.from() + end] != '<') {
      end++;
    }
    return EscapedText.xml(body.between(from + tag.length, end));
  }

  private static @Nullable Slice detail(@Nullable Slice values) {
    return values == null ? null : ParameterText.detail(values);
  }

  /** The number behind the last {@code Query Identifier} or {@code Query-Identifier}. */
  private static @Nullable String queryId(Slice plan) {
    byte[] b = plan.array();
    for (int i = plan.length() - IDENTIFIER.length - 1; i > QUERY.length; i--) {
      if (plan.startsWithAt(i, IDENTIFIER) && plan.startsWithAt(i - QUERY.length - 1, QUERY)) {
        int from = plan.from() + i + IDENTIFIER.length;
        while (from < plan.to() && !isNumber(b[from]) && b[from] != '\n') {
          from++;
        }
        int to = from;
        while (to < plan.to() && isNumber(b[to])) {
          to++;
        }
        if (from < to) {
          return Slice.of(b, from, to).text();
        }
      }
    }
    return null;
  }

  /** Offset of a word between two others (the end of the text if negative), or -1. */
  private static int find(Slice text, byte[] word, int from, int to) {
    int end = to < 0 ? text.length() : to;
    for (int i = from; i + word.length <= end; i++) {
      if (text.startsWithAt(i, word)) {
        return i;
      }
    }
    return -1;
  }

  private static Slice withoutBreak(Slice text) {
    boolean broken = text.length() > 0 && text.array()[text.to() - 1] == '\n';
    return broken ? text.between(0, text.length() - 1) : text;
  }

  private static boolean isBreak(byte c) {
    return c == '\n' || c == '\r' || c == ' ';
  }

  private static boolean isNumber(byte c) {
    return c >= '0' && c <= '9' || c == '-';
  }
}
