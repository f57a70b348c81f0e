package io.github.pgslowlog.prefix;

import io.github.pgslowlog.prefix.grammar.LogLinePrefixBaseVisitor;
import io.github.pgslowlog.prefix.grammar.LogLinePrefixLexer;
import io.github.pgslowlog.prefix.grammar.LogLinePrefixParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;

/**
 * A parsed log_line_prefix, such as {@code %m [%p] %q%u@%d }.
 *
 * <p>As in the server, an unknown escape prints nothing and an unfinished one ends the prefix; both
 * are told in {@link #warnings()}.
 */
public final class LogLinePrefix {
  private static final int MAX_PADDING = 1024;

  private final String format;
  private final List<PrefixElement> elements;
  private final List<String> warnings;

  private LogLinePrefix(String format, List<PrefixElement> elements, List<String> warnings) {
    this.format = format;
    this.elements = List.copyOf(elements);
    this.warnings = List.copyOf(warnings);
  }

  /**
   * Reads a format string.
   *
   * @param format as {@code SHOW log_line_prefix} prints it; single quotes around it, as
   *     postgresql.conf has them, are taken off
   * @return the parsed prefix
   */
  public static LogLinePrefix parse(String format) {
    String bare = withoutQuotes(format);
    LogLinePrefixLexer lexer = new LogLinePrefixLexer(CharStreams.fromString(bare));
    ElementReader reader = new ElementReader();
    reader.visit(new LogLinePrefixParser(new CommonTokenStream(lexer)).prefix());
    return new LogLinePrefix(bare, reader.elements, reader.warnings);
  }

  /** Makes a prefix of pieces, for {@link PrefixInference}. */
  static LogLinePrefix of(List<PrefixElement> elements) {
    StringBuilder format = new StringBuilder();
    for (PrefixElement element : elements) {
      format.append(element.format());
    }
    return new LogLinePrefix(format.toString(), elements, List.of());
  }

  private static String withoutQuotes(String format) {
    boolean quoted = format.length() >= 2 && format.startsWith("'") && format.endsWith("'");
    return quoted ? format.substring(1, format.length() - 1).replace("''", "'") : format;
  }

  /**
   * The format string.
   *
   * @return without quotes
   */
  public String format() {
    return format;
  }

  List<PrefixElement> elements() {
    return elements;
  }

  /**
   * What the server will ignore.
   *
   * @return one sentence each, empty for a sound prefix
   */
  public List<String> warnings() {
    return warnings;
  }

  /**
   * Tells whether lines show a field.
   *
   * @param escape the field
   * @return whether the prefix has it
   */
  public boolean shows(PrefixEscape escape) {
    return elements.stream()
        .anyMatch(element -> element instanceof PrefixElement.Field f && f.escape() == escape);
  }

  /**
   * The same without {@code %q}.
   *
   * @return what sessions write with it
   */
  public LogLinePrefix withoutStop() {
    return shows(PrefixEscape.STOP)
        ? parse(of(elements.stream().filter(element -> !isStop(element)).toList()).format())
        : this;
  }

  /**
   * What background processes write with it.
   *
   * @return the format string up to {@code %q}, all of it if it has none
   */
  public String background() {
    return of(elements.stream().takeWhile(element -> !isStop(element)).toList()).format();
  }

  /**
   * The same with {@code %q} where another prefix has it.
   *
   * @param other may begin like this one
   * @return this one if it does not, or if it has a {@code %q} itself
   */
  public LogLinePrefix withStopOf(LogLinePrefix other) {
    String before = other.background();
    boolean alike = other.shows(PrefixEscape.STOP) && format.startsWith(before);
    return alike && !shows(PrefixEscape.STOP)
        ? parse(before + "%" + PrefixEscape.STOP.letter() + format.substring(before.length()))
        : this;
  }

  /**
   * The first field that only sessions write.
   *
   * @return empty if background processes write all of them
   */
  public Optional<PrefixEscape> firstOfSessions() {
    return elements.stream()
        .dropWhile(element -> !isStop(element))
        .filter(element -> element instanceof PrefixElement.Field && !isStop(element))
        .map(element -> ((PrefixElement.Field) element).escape())
        .findFirst();
  }

  private static boolean isStop(PrefixElement element) {
    return element instanceof PrefixElement.Field field && field.escape() == PrefixEscape.STOP;
  }

  /**
   * Makes the matcher for this prefix.
   *
   * @return a matcher, for any number of threads
   */
  public PrefixMatcher matcher() {
    return new PrefixMatcher(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LogLinePrefix that && format.equals(that.format);
  }

  @Override
  public int hashCode() {
    return format.hashCode();
  }

  @Override
  public String toString() {
    return "'" + format + "'";
  }

  private static final class ElementReader extends LogLinePrefixBaseVisitor<Boolean> {
    private final List<PrefixElement> elements = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    @Override
    public Boolean visitPercentSign(LogLinePrefixParser.PercentSignContext percent) {
      return elements.add(new PrefixElement.Literal("%"));
    }

    @Override
    public Boolean visitText(LogLinePrefixParser.TextContext text) {
      return elements.add(new PrefixElement.Literal(text.getText()));
    }

    @Override
    public Boolean visitEscape(LogLinePrefixParser.EscapeContext escape) {
      String text = escape.getText();
      int letter = text.offsetByCodePoints(text.length(), -1);
      int padding = padding(text.substring(1, letter));
      return PrefixEscape.of(text.charAt(letter))
          .map(known -> elements.add(new PrefixElement.Field(known, padding)))
          .orElseGet(
              () -> warnings.add("the server prints nothing for the unknown escape " + text));
    }

    @Override
    public Boolean visitUnfinished(LogLinePrefixParser.UnfinishedContext unfinished) {
      return warnings.add("the server ends the prefix at the unfinished " + unfinished.getText());
    }

    private static int padding(String digits) {
      boolean left = digits.startsWith("-");
      String width = left ? digits.substring(1) : digits;
      if (width.isEmpty()) {
        return 0;
      }
      int value = width.length() > 4 ? MAX_PADDING : Math.min(MAX_PADDING, Integer.parseInt(width));
      return left ? -value : value;
    }
  }
}
