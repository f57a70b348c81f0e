package io.github.pgslowlog.prefix;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises values whose look gives them away: times, numbers, addresses, session ids.
 *
 * <p>Used on a few hundred heads only, so regular expressions are fine.
 */
final class ValueReader {
  private static final String NOT_BEHIND_WORD = "(?<![A-Za-z0-9_])";
  private static final String NOT_BEFORE_WORD = "(?![A-Za-z0-9_])";
  private static final Pattern EPOCH = pattern("\\d{10}\\.\\d{3}");
  private static final Pattern SESSION = pattern("[0-9a-f]{8}\\.[0-9a-f]+");
  private static final String V6 =
      "(?=[0-9a-f:]*[0-9a-f])(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){7}|(?:[0-9a-f]{1,4}:){0,6}"
          + "(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){0,6}(?:[0-9a-f]{1,4}|[\\d.]+)?)(?:%\\w+)?";
  private static final String V4 = "\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}";
  private static final Pattern REMOTE =
      Pattern.compile(NOT_BEHIND_WORD + "(?:" + V6 + "|[A-Za-z0-9_.-]+)\\(\\d{1,5}\\)");
  private static final Pattern ADDRESS =
      Pattern.compile(
          NOT_BEHIND_WORD
              + "(?:"
              + V6
              + "|"
              + V4
              + "|localhost|(?=[\\w.-]*[A-Za-z])[\\w-]+(?:\\.[\\w-]+){2,})"
              + NOT_BEFORE_WORD);
  private static final Pattern VIRTUAL = pattern("-?\\d+/\\d+");
  private static final Pattern SQLSTATE = pattern("(?:00000|(?=\\d*[A-Z])\\d[0-9A-Z]{4})");
  private static final Pattern SIGNED = pattern("(?:-\\d{5,19}|\\d{11,19})");
  private static final Pattern DIGITS = pattern("\\d{1,10}");

  private final byte[] bytes;
  private final Matcher matcher;
  private final boolean localIsRemote;

  ValueReader(String head, boolean localIsRemote) {
    this.bytes = head.getBytes(StandardCharsets.ISO_8859_1);
    this.matcher = DIGITS.matcher(head).useTransparentBounds(true);
    this.localIsRemote = localIsRemote;
  }

  private static Pattern pattern(String value) {
    return Pattern.compile(NOT_BEHIND_WORD + value + NOT_BEFORE_WORD);
  }

  @Nullable HeadToken at(String head, int from) {
    if (head.startsWith("[local]", from)) {
      return HeadToken.value("[local]", localIsRemote ? FieldSyntax.REMOTE : FieldSyntax.WORD);
    }
    if (head.startsWith("[none]", from)) {
      return HeadToken.value("[none]", FieldSyntax.WORD);
    }
    char first = head.charAt(from);
    if (first > '~' || (!Character.isLetterOrDigit(first) && first != ':' && first != '-')) {
      return null;
    }
    HeadToken time = time(head, from);
    return time != null ? time : shaped(head, from);
  }

  private @Nullable HeadToken time(String head, int from) {
    for (FieldSyntax syntax : new FieldSyntax[] {FieldSyntax.MILLISECONDS, FieldSyntax.SECONDS}) {
      int end = FieldScanner.scan(syntax, bytes, from, bytes.length);
      if (end != FieldScanner.NO_MATCH) {
        return HeadToken.value(head.substring(from, end), syntax);
      }
    }
    return null;
  }

  private @Nullable HeadToken shaped(String head, int from) {
    HeadToken token = read(EPOCH, FieldSyntax.EPOCH, head, from);
    token = token != null ? token : read(SESSION, FieldSyntax.SESSION, head, from);
    token = token != null ? token : read(REMOTE, FieldSyntax.REMOTE, head, from);
    token = token != null ? token : read(ADDRESS, FieldSyntax.WORD, head, from);
    token = token != null ? token : read(VIRTUAL, FieldSyntax.VIRTUAL_TRANSACTION, head, from);
    token = token != null ? token : read(SQLSTATE, FieldSyntax.SQLSTATE, head, from);
    token = token != null ? token : read(SIGNED, FieldSyntax.SIGNED, head, from);
    return token != null ? token : read(DIGITS, FieldSyntax.DIGITS, head, from);
  }

  private @Nullable HeadToken read(Pattern pattern, FieldSyntax syntax, String head, int from) {
    matcher.usePattern(pattern).region(from, head.length());
    return matcher.lookingAt() ? HeadToken.value(matcher.group(), syntax) : null;
  }
}
