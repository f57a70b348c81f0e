package io.github.pgslowlog.language;

import io.github.pgslowlog.bytes.Slice;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The languages whose wording is understood: English, which every server falls back to, and any
 * others.
 */
public final class Languages {
  private static final Languages ENGLISH = new Languages(List.of(Language.english()));

  private final List<Language> active;
  private final boolean lenient;
  private final Labels labels;
  private final List<DurationWording> durations;
  private final List<byte[]> openings;
  private final List<StatementWording> logged;
  private final List<Affix> parameters;
  private final List<Affix> prepares;
  private final ServerEvents events;
  private final Set<String> unknownNames;
  private volatile @Nullable EventMessages eventMessages;

  private Languages(List<Language> active) {
    this.active = active;
    this.lenient = false;
    this.labels = Labels.of(active, false);
    WordingCompiler compiler = new WordingCompiler(active);
    this.durations = compiler.durations();
    this.openings = durations.stream().map(DurationWording::opening).toList();
    this.logged = compiler.logged();
    this.parameters = affixes(active, MessageKey.PARAMETERS);
    this.prepares = affixes(active, MessageKey.PREPARE);
    this.events = ServerEvents.of(active);
    this.unknownNames =
        active.stream()
            .flatMap(language -> language.wordings(MessageKey.UNKNOWN_NAME).stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The lenient twin: only its labels are others; to compile the wordings takes long. */
  private Languages(Languages strict) {
    this.active = strict.active;
    this.lenient = true;
    this.labels = Labels.of(active, true);
    this.durations = strict.durations;
    this.openings = strict.openings;
    this.logged = strict.logged;
    this.parameters = strict.parameters;
    this.prepares = strict.prepares;
    this.events = strict.events;
    this.unknownNames = strict.unknownNames;
  }

  private static List<Affix> affixes(List<Language> languages, MessageKey key) {
    List<Affix> affixes = new ArrayList<>();
    for (Language language : languages) {
      for (Charset charset : language.charsets()) {
        CharsetEncoder encoder = charset.newEncoder();
        language.wordings(key).stream()
            .filter(encoder::canEncode)
            .forEach(text -> affixes.add(Affix.of(text, charset)));
      }
    }
    affixes.sort(Comparator.comparingInt(affix -> -affix.before().length));
    return List.copyOf(affixes);
  }

  /** Keeps the cost of loading from those who never ask for all languages. */
  private static final class All {
    static final Languages ALL = new Languages(Language.all());
    static final Languages LENIENT = new Languages(ALL);
  }

  /**
   * English only.
   *
   * @return the languages
   */
  public static Languages english() {
    return ENGLISH;
  }

  /**
   * Every language.
   *
   * @return the languages
   */
  public static Languages all() {
    return All.ALL;
  }

  /**
   * English and others.
   *
   * @param codes such as {@code de} or {@code pt_BR}
   * @return the languages
   * @throws IllegalArgumentException if the server has no translation of that code
   */
  public static Languages of(String... codes) {
    return of(
        Arrays.stream(codes)
            .map(
                code ->
                    Language.of(code)
                        .orElseThrow(
                            () -> new IllegalArgumentException("unknown language " + code)))
            .toList());
  }

  /**
   * English and others.
   *
   * @param others the others; English may be among them
   * @return the languages
   */
  public static Languages of(Collection<Language> others) {
    List<Language> active =
        Stream.concat(
                Stream.of(Language.english()),
                Language.all().stream().skip(1).filter(others::contains))
            .toList();
    return active.size() == 1 ? ENGLISH : new Languages(active);
  }

  /**
   * The same languages for a log that somebody has edited: one blank behind the colon of a label is
   * enough.
   *
   * @return the languages
   */
  public Languages lenient() {
    if (lenient) {
      return this;
    }
    return active.size() == Language.all().size() ? All.LENIENT : new Languages(this);
  }

  /**
   * Whether one blank behind the colon of a label is enough.
   *
   * @return true for {@link #lenient()}
   */
  public boolean isLenient() {
    return lenient;
  }

  /**
   * The languages.
   *
   * @return English first
   */
  public List<Language> active() {
    return active;
  }

  /**
   * Their labels.
   *
   * @return the labels
   */
  public Labels labels() {
    return labels;
  }

  /**
   * Their messages about durations.
   *
   * @return the wordings, English first
   */
  public List<DurationWording> durations() {
    return durations;
  }

  /**
   * Their messages of log_statement.
   *
   * @return the wordings, the longest first
   */
  public List<StatementWording> logged() {
    return logged;
  }

  /**
   * The severity that csvlog and jsonlog write without a colon.
   *
   * @param word the whole word
   * @return the severity, null if it is none
   */
  public @Nullable Label severity(Slice word) {
    return labels.severity(word);
  }

  /**
   * Whether a message begins as those about a duration do.
   *
   * @param message the message
   * @return true for {@code duration: 1}
   */
  public boolean startsDuration(Slice message) {
    return startsWithNumber(message, openings);
  }

  /** Whether a text is one of these and a number behind. */
  static boolean startsWithNumber(Slice message, List<byte[]> openings) {
    for (int i = 0; i < openings.size(); i++) {
      byte[] opening = openings.get(i);
      if (message.length() > opening.length
          && message.startsWith(opening)
          && isDigit(message.array()[message.from() + opening.length])) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(byte value) {
    return value >= '0' && value <= '9';
  }

  /**
   * What a message without a duration tells of.
   *
   * @param message the message
   * @return the event, null if it is none of those
   */
  public @Nullable ServerEvent event(Slice message) {
    return events.at(message);
  }

  /**
   * Their messages about errors, lock waits and temporary files, read when they are asked for.
   *
   * @return the messages
   */
  public EventMessages eventMessages() {
    EventMessages known = eventMessages;
    if (known == null) {
      known = new EventMessages(active);
      eventMessages = known;
    }
    return known;
  }

  /**
   * Whether the server wrote this in place of a name, because it has none.
   *
   * @param name such as {@code [unknown]}
   * @return whether it did
   */
  public boolean isUnknown(String name) {
    return unknownNames.contains(name);
  }

  /**
   * The list of parameters in a DETAIL section.
   *
   * @param detail such as {@code Parameters: $1 = '7'}
   * @return {@code $1 = '7'}, null if the section is about something else
   */
  public @Nullable Slice parameters(Slice detail) {
    return strip(detail, parameters);
  }

  /**
   * The statement that was prepared, in a DETAIL section.
   *
   * @param detail such as {@code prepare: PREPARE x AS SELECT 1}
   * @return {@code PREPARE x AS SELECT 1}, null if the section is about something else
   */
  public @Nullable Slice prepare(Slice detail) {
    return strip(detail, prepares);
  }

  private static @Nullable Slice strip(Slice detail, List<Affix> affixes) {
    for (Affix affix : affixes) {
      Slice text = affix.strip(detail);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Languages that && lenient == that.lenient && active.equals(that.active);
  }

  @Override
  public int hashCode() {
    return Objects.hash(active, lenient);
  }

  /** The codes, such as {@code [en, de]}. */
  @Override
  public String toString() {
    return active + (lenient ? " lenient" : "");
  }
}
