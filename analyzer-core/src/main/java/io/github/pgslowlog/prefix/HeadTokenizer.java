package io.github.pgslowlog.prefix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits the head of one line into values and the text between them.
 *
 * <p>{@code 2026-11-20 09:00:03 UTC [4001] user=app,db=shop } gives a time, {@code [}, digits,
 * {@code ] user=}, a user, {@code ,db=}, a database and a space. Where one line does not decide
 * ({@code a-b} is one name or two), {@link Reading} does, and other lines tell which was right.
 */
final class HeadTokenizer {
  private static final Pattern KEY =
      Pattern.compile("([A-Za-z][A-Za-z_-]*)( ?= ?[\"']?|: ?[\"']?| (?=[^ ]))");
  private static final Pattern KEY_FOLLOWS = Pattern.compile("[ ,;|]*[A-Za-z_]+ ?[=:]");

  /** First bytes of dashes and quotes in UTF-8, seen as ISO 8859-1. */
  private static final String PUNCTUATION = "\u00e2\u0080";

  private static final String VALUE_ENDS = ",;|])>\"'}\t";

  /** How to read what one line leaves open. */
  record Reading(boolean rightAligned, boolean localIsRemote, boolean dashDivides) {}

  private final String head;
  private final Reading reading;
  private final ValueReader values;
  private final List<HeadToken> tokens = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();
  private int position;
  private int blanksBefore;

  private HeadTokenizer(String head, Reading reading) {
    this.head = head;
    this.reading = reading;
    this.values = new ValueReader(head, reading.localIsRemote());
  }

  static List<HeadToken> tokens(String head, Reading reading) {
    HeadTokenizer tokenizer = new HeadTokenizer(head, reading);
    tokenizer.run();
    return TokenMerger.merge(tokenizer.tokens);
  }

  private void run() {
    while (position < head.length()) {
      if (!blanks() && !value() && !key() && !name()) {
        int length = head.startsWith(PUNCTUATION, position) ? 3 : 1;
        append(head.substring(position, Math.min(head.length(), position + length)));
      }
    }
    endLiteral();
  }

  /** Two blanks or more beside a value are padding. */
  private boolean blanks() {
    int end = position;
    while (end < head.length() && head.charAt(end) == ' ') {
      end++;
    }
    int count = end - position;
    if (count < 2) {
      return false;
    }
    boolean before = literal.isEmpty() && !tokens.isEmpty();
    boolean after = end < head.length() && startsValue(end);
    position = end;
    if (before && (!after || !reading.rightAligned())) {
      boolean delimited = after || end == head.length();
      padLast(count - (delimited ? 1 : 0));
      literal.append(delimited ? " " : "");
    } else if (after) {
      literal.append(before ? " " : "");
      blanksBefore = before ? count - 1 : count;
    } else {
      literal.append(" ".repeat(count));
    }
    return true;
  }

  private boolean startsValue(int at) {
    char first = head.charAt(at);
    if (first == '[') {
      return head.startsWith("[local]", at) || head.startsWith(KnownValue.UNKNOWN, at);
    }
    return (isNameByte(first) || first == '-')
        && !KEY_FOLLOWS.matcher(head.substring(at)).lookingAt();
  }

  private void padLast(int blanks) {
    HeadToken last = tokens.remove(tokens.size() - 1);
    tokens.add(last.padded(-(last.text().length() + blanks)));
  }

  private boolean value() {
    HeadToken token = values.at(head, position);
    if (token == null) {
      return false;
    }
    int end = position + token.text().length();
    boolean percentage = end < head.length() && head.charAt(end) == '%';
    if (percentage || isLineSuffix(token, end)) {
      append(token.text());
      return true;
    }
    add(token);
    return true;
  }

  /** The {@code -1} of {@code [%l-1]}; in {@code [%p-%l]} the process id has not been seen yet. */
  private boolean isLineSuffix(HeadToken token, int end) {
    return token.text().equals("1")
        && literal.toString().equals("-")
        && end < head.length()
        && head.charAt(end) == ']'
        && tokens.stream().filter(t -> t.syntax() == FieldSyntax.DIGITS).count() >= 2;
  }

  private boolean key() {
    Matcher key = KEY.matcher(head).region(position, head.length()).useTransparentBounds(true);
    boolean inWord = position > 0 && isNameByte(head.charAt(position - 1)) && literal.isEmpty();
    if (inWord || !key.lookingAt()) {
      return false;
    }
    Optional<PrefixEscape> field = KnownValue.key(key.group(1));
    boolean equals = key.group(2).contains("=");
    boolean announces =
        key.group(1).length() > 1
            && !key.group(1).equals("app")
            && KnownValue.phraseLength(head, position) == 0;
    if (!equals && (field.isEmpty() || !announces)) {
      return false;
    }
    append(key.group());
    field.ifPresent(this::keyed);
    return true;
  }

  private void keyed(PrefixEscape field) {
    if (field.syntax() == FieldSyntax.TEXT) {
      int end = textEnd(field);
      add(HeadToken.value(head.substring(position, end), FieldSyntax.TEXT).as(field));
      return;
    }
    HeadToken token = position < head.length() ? values.at(head, position) : null;
    if (token == null && field.syntax() == FieldSyntax.WORD) {
      int end = textEnd(PrefixEscape.USER);
      token = HeadToken.value(head.substring(position, end), FieldSyntax.WORD);
    }
    if (token == null && mayBeEmpty(field.syntax())) {
      add(HeadToken.value("", field.syntax()).as(field));
    } else if (token != null && fits(token, field)) {
      boolean remote = token.syntax() == FieldSyntax.REMOTE;
      add(
          remote
              ? token.as(PrefixEscape.REMOTE)
              : HeadToken.value(token.text(), field.syntax()).as(field));
    }
  }

  private static boolean mayBeEmpty(FieldSyntax syntax) {
    return syntax == FieldSyntax.VIRTUAL_TRANSACTION || syntax == FieldSyntax.OPTIONAL_DIGITS;
  }

  private static boolean fits(HeadToken token, PrefixEscape field) {
    FieldSyntax wanted = field.syntax();
    if (token.syntax() == wanted) {
      return true;
    }
    boolean digits = token.syntax() == FieldSyntax.DIGITS;
    return switch (wanted) {
      case WORD -> token.syntax() == FieldSyntax.REMOTE;
      case SIGNED, OPTIONAL_DIGITS -> digits;
      case DIGITS -> token.text().equals("00000");
      case SQLSTATE -> digits && token.text().length() == 5;
      default -> false;
    };
  }

  /** Names end at the next delimiter; names of applications may hold blanks. */
  private int textEnd(PrefixEscape field) {
    if (position > 0 && isQuote(head.charAt(position - 1))) {
      int quote = head.indexOf(head.charAt(position - 1), position);
      return quote < 0 ? head.length() : quote;
    }
    if (head.startsWith(KnownValue.UNKNOWN, position)) {
      return position + KnownValue.UNKNOWN.length();
    }
    int end = position + KnownValue.phraseLength(head, position);
    while (end < head.length()
        && VALUE_ENDS.indexOf(head.charAt(end)) < 0
        && !endsText(field, end)) {
      end++;
    }
    return end;
  }

  private boolean endsText(PrefixEscape field, int at) {
    char c = head.charAt(at);
    if (field != PrefixEscape.APPLICATION) {
      return c == ' ' || c == '@' || (c == '/' && field != PrefixEscape.HOST) || c == ':';
    }
    if (c != ' ') {
      return false;
    }
    return at + 1 == head.length()
        || head.charAt(at + 1) == ' '
        || head.charAt(at + 1) == '['
        || KEY_FOLLOWS.matcher(head.substring(at)).lookingAt()
        || isValueButDigits(at + 1);
  }

  private boolean isValueButDigits(int at) {
    HeadToken token = values.at(head, at);
    return token != null && token.syntax() != FieldSyntax.DIGITS;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private boolean name() {
    int end = position + KnownValue.phraseLength(head, position);
    if (head.startsWith(KnownValue.UNKNOWN, position)) {
      end = position + KnownValue.UNKNOWN.length();
    }
    end = Math.max(end, wordEnd());
    if (end == position) {
      return false;
    }
    add(HeadToken.value(head.substring(position, end), FieldSyntax.TEXT));
    return true;
  }

  private int wordEnd() {
    int end = position;
    while (end < head.length() && isInName(end) && !head.startsWith(PUNCTUATION, end)) {
      end++;
    }
    while (end > position && ".-+'".indexOf(head.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private boolean isInName(int at) {
    char c = head.charAt(at);
    return isNameByte(c)
        || (at > position && (".+'$".indexOf(c) >= 0 || (c == '-' && !reading.dashDivides())));
  }

  private static boolean isNameByte(char c) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') || c == '_' || c > '\u007f';
  }

  private void add(HeadToken token) {
    endLiteral();
    int width = blanksBefore == 0 ? 0 : blanksBefore + token.text().length();
    blanksBefore = 0;
    tokens.add(token.padded(width));
    position += token.text().length();
  }

  private void append(String text) {
    literal.append(" ".repeat(blanksBefore)).append(text);
    blanksBefore = 0;
    position += text.length();
  }

  private void endLiteral() {
    if (!literal.isEmpty()) {
      tokens.add(HeadToken.literal(literal.toString()));
      literal.setLength(0);
    }
  }
}
