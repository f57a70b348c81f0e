package io.github.pgslowlog.language;

import io.github.pgslowlog.bytes.Slice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects which translations were met. */
final class Evidence {
  private static final List<Traits> TRAITS =
      Language.all().stream().skip(1).map(Traits::of).toList();
  private static final Labels ENGLISH = Languages.english().labels();
  private static final int SQLSTATE_BYTES = 7;

  private final Set<Language> certain = new LinkedHashSet<>();
  private final Set<List<Language>> ambiguous = new LinkedHashSet<>();

  /** What only this language is made of. */
  private record Traits(Language language, Labels labels, List<byte[]> durations) {
    static Traits of(Language language) {
      List<Language> only = List.of(language);
      return new Traits(language, Labels.of(only, false), Template.durationOpenings(language));
    }
  }

  /** Whether a message begins as those about a duration do, in any language. */
  static boolean startsDuration(Slice message) {
    if (Languages.english().startsDuration(message)) {
      return true;
    }
    for (Traits traits : TRAITS) {
      if (Languages.startsWithNumber(message, traits.durations)) {
        return true;
      }
    }
    return false;
  }

  /** The label around a colon. Words that English has too say nothing. */
  void label(byte[] line, int from, int colon, int to) {
    if (ENGLISH.at(line, from, colon, to) != null) {
      return;
    }
    List<Language> sharing =
        TRAITS.stream()
            .filter(traits -> traits.labels.at(line, from, colon, to) != null)
            .map(Traits::language)
            .toList();
    add(sharing);
  }

  /** The beginning of a message, behind its SQLSTATE if it shows one. */
  void message(Slice message) {
    boolean verbose =
        message.length() > SQLSTATE_BYTES
            && message.array()[message.from() + SQLSTATE_BYTES - 2] == ':';
    Slice text = verbose ? message.from(SQLSTATE_BYTES) : message;
    add(
        TRAITS.stream()
            .filter(
                traits ->
                    Languages.startsWithNumber(message, traits.durations)
                        || Languages.startsWithNumber(text, traits.durations))
            .map(Traits::language)
            .toList());
  }

  private void add(List<Language> sharing) {
    if (sharing.size() == 1) {
      certain.addAll(sharing);
    } else if (!sharing.isEmpty()) {
      ambiguous.add(sharing);
    }
  }

  /** A word that several languages share counts for those that other words speak for, if any do. */
  Languages languages() {
    List<Language> met = new ArrayList<>(certain);
    for (List<Language> sharing : ambiguous) {
      if (sharing.stream().noneMatch(certain::contains)) {
        met.addAll(sharing);
      }
    }
    return Languages.of(met);
  }
}
