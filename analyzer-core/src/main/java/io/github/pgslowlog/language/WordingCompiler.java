package io.github.pgslowlog.language;

import io.github.pgslowlog.bytes.Slice;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes wordings of the catalogs' templates.
 *
 * <p>{@code duration: %s ms bind %s%s%s: %s} has an opening before the number, the unit {@code ms},
 * a gap of blanks, {@code bind} before the name and a colon as separator.
 */
final class WordingCompiler {
  private static final Pattern DURATION =
      Pattern.compile("(?<opening>[^%]+)%s(?<unit> ?[^ ,]+)(?:(?<gap>,? +)(?<rest>.+))?");

  private static final Pattern UNNAMED = Pattern.compile("(?<before>[^%]+)(?:%s)?(?<separator>)");
  private static final Pattern PARSE = Pattern.compile("(?<before>[^%]*)%s(?<separator>[^%]+)%s");
  private static final Pattern NAMED =
      Pattern.compile("(?<before>[^%]*)%s%s%s(?<separator>[^%]+)%s");
  private static final Pattern FASTPATH =
      Pattern.compile("(?<before>[^%]+)%s(?<separator>[^%]+)%u.*");

  private final Map<Slice, Map<Slice, List<StatementWording>>> durations = new LinkedHashMap<>();
  private final List<StatementWording> logged = new ArrayList<>();

  WordingCompiler(List<Language> languages) {
    for (Language language : languages) {
      for (Charset charset : language.charsets()) {
        compile(language, charset);
      }
    }
  }

  /** Messages about durations, in the order of the languages. */
  List<DurationWording> durations() {
    List<DurationWording> wordings = new ArrayList<>();
    durations.forEach(
        (opening, units) -> wordings.add(new DurationWording(opening.array(), units(units))));
    return List.copyOf(wordings);
  }

  private static List<DurationWording.Unit> units(Map<Slice, List<StatementWording>> units) {
    return units.entrySet().stream()
        .map(unit -> new DurationWording.Unit(unit.getKey().array(), sorted(unit.getValue())))
        .toList();
  }

  /** Messages of log_statement. */
  List<StatementWording> logged() {
    return sorted(logged);
  }

  /** A longer word may begin with a shorter one. */
  private static List<StatementWording> sorted(List<StatementWording> wordings) {
    return wordings.stream()
        .sorted(Comparator.comparingInt(wording -> -wording.before().length))
        .toList();
  }

  private void compile(Language language, Charset charset) {
    CharsetEncoder encoder = charset.newEncoder();
    Template.durations(language).stream()
        .filter(template -> encoder.canEncode(template.text()))
        .forEach(template -> duration(template, charset));
    for (String bare : language.wordings(MessageKey.DURATION_BARE)) {
      if (encoder.canEncode(bare)) {
        unit(matcher(DURATION, bare), charset);
      }
    }
    Template.logged(language).stream()
        .filter(template -> encoder.canEncode(template.text()))
        .forEach(template -> add(wording(template.kind(), "", template.text(), charset), logged));
  }

  private void duration(Template template, Charset charset) {
    Matcher parts = matcher(DURATION, template.text());
    add(
        wording(template.kind(), parts.group("gap"), parts.group("rest"), charset),
        unit(parts, charset));
  }

  /** The forms that follow an opening and a unit. */
  private List<StatementWording> unit(Matcher parts, Charset charset) {
    Slice opening = Slice.of(parts.group("opening").getBytes(charset));
    Slice unit = Slice.of(parts.group("unit").getBytes(charset));
    return durations
        .computeIfAbsent(opening, o -> new LinkedHashMap<>())
        .computeIfAbsent(unit, u -> new ArrayList<>());
  }

  private static StatementWording wording(
      WordingKind kind, String gap, String rest, Charset charset) {
    Matcher parts = matcher(pattern(kind), rest);
    boolean blanks = !gap.isEmpty() && gap.isBlank();
    return new StatementWording(
        kind,
        blanks,
        (blanks ? "" : gap).getBytes(charset),
        parts.group("before").getBytes(charset),
        parts.group("separator").getBytes(charset));
  }

  private static Pattern pattern(WordingKind kind) {
    return switch (kind) {
      case STATEMENT, PLAN -> UNNAMED;
      case PARSE -> PARSE;
      case BIND, EXECUTE, EXECUTE_FETCH -> NAMED;
      case FASTPATH -> FASTPATH;
    };
  }

  private static void add(StatementWording wording, List<StatementWording> wordings) {
    if (wordings.stream().noneMatch(wording::looksLike)) {
      wordings.add(wording);
    }
  }

  private static Matcher matcher(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalStateException("a wording of unknown form: " + text);
    }
    return matcher;
  }
}
