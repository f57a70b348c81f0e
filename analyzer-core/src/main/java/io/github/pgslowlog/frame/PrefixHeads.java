package io.github.pgslowlog.frame;

import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.prefix.LineHead;
import io.github.pgslowlog.prefix.LogLinePrefix;
import io.github.pgslowlog.prefix.PrefixDoubt;
import io.github.pgslowlog.prefix.PrefixEscape;
import io.github.pgslowlog.prefix.PrefixWatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The prefixes of a log: the one that fitted the last line is tried first on the next.
 *
 * <p>A line of a background process shows where a prefix has its {@code %q}. A prefix that was
 * guessed from such lines alone gives way to the one that lines of sessions show.
 */
final class PrefixHeads {
  /** A log has one, or two where a server was reloaded. */
  private static final List<PrefixEscape> NAMES =
      List.of(
          PrefixEscape.USER,
          PrefixEscape.DATABASE,
          PrefixEscape.APPLICATION,
          PrefixEscape.HOST,
          PrefixEscape.BACKEND_TYPE);

  private static final int MAX_PREFIXES = 8;

  /** After so many, doubtful names are what the log just has. */
  private static final int MAX_DOUBTS = 16;

  private final List<Entry> entries = new ArrayList<>();
  private final List<LogLinePrefix> met = new ArrayList<>();
  private final @Nullable PrefixWatch watch;

  /** Whether the first lines left open which prefix it is. */
  private final boolean guessing;

  private final boolean wary;
  private int doubts;
  private @Nullable Entry anyLanguage;
  private Languages languages;

  /** A prefix, and whether a line showed what only sessions write with it. */
  private static final class Entry {
    final LogLinePrefix prefix;
    final LineHead head;
    final @Nullable PrefixEscape ofSessions;
    boolean met;
    boolean shown;

    Entry(LogLinePrefix prefix, Languages languages) {
      this.prefix = prefix;
      this.head = new LineHead(prefix.matcher(), languages);
      this.ofSessions = prefix.firstOfSessions().orElse(null);
      this.shown = ofSessions == null;
    }

    /** Whether the line found last shows it for the first time. */
    boolean showsNow() {
      PrefixEscape field = ofSessions;
      return !shown && field != null && head.fields().has(field);
    }
  }

  PrefixHeads(StderrStyle style, Languages languages) {
    this.languages = languages;
    style.prefixes().forEach(prefix -> entries.add(new Entry(prefix, languages)));
    watch = style.watched() ? new PrefixWatch(style.prefixes(), languages) : null;
    guessing = entries.size() > 1;
    wary = style.wary();
  }

  LineHead first() {
    return entries.get(0).head;
  }

  List<LogLinePrefix> met() {
    return List.copyOf(met);
  }

  /** Null if the line has no head; a whole line may show a prefix that was not known before. */
  @Nullable LineHead find(byte[] line, int from, int to, boolean whole) {
    Entry doubtful = null;
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (entry.head.find(line, from, to)) {
        if (!whole || !isDoubtful(entry.head)) {
          return use(entry);
        }
        doubtful = doubtful == null ? entry : doubtful;
      }
    }
    if (watch == null || !whole) {
      return null;
    }
    if (doubtful != null) {
      doubts++;
      Entry other = changed(watch, line, from, to);
      return use(other != null && isBetter(other, doubtful, line) ? other : doubtful);
    }
    Entry found = inAnyLanguage(line, from, to);
    found = found == null ? stopped(watch, line, from, to) : found;
    found = found == null ? changed(watch, line, from, to) : found;
    return found == null ? null : use(found);
  }

  /** It tells more, not the same with parts of a name taken for text. */
  private static boolean isBetter(Entry other, Entry doubtful, byte[] line) {
    return !PrefixDoubt.isIn(line, other.head.fields())
        && NAMES.stream().anyMatch(n -> other.prefix.shows(n) && !doubtful.prefix.shows(n));
  }

  private boolean isDoubtful(LineHead head) {
    return wary
        && doubts < MAX_DOUBTS
        && head.label().isSeverity()
        && PrefixDoubt.isIn(head.line(), head.fields());
  }

  private @Nullable Entry inAnyLanguage(byte[] line, int from, int to) {
    LogLinePrefix prefix = entries.get(0).prefix;
    Entry entry = anyLanguage;
    if (entry == null || !entry.prefix.equals(prefix)) {
      entry = new Entry(prefix, Languages.all());
      anyLanguage = entry;
    }
    if (!entry.head.find(line, from, to)) {
      return null;
    }
    languages = Languages.all();
    return entry;
  }

  /** One of the prefixes with {@code %q}, which reads what it read before and this line. */
  private @Nullable Entry stopped(PrefixWatch lookout, byte[] line, int from, int to) {
    for (Entry entry : entries) {
      Optional<LogLinePrefix> stopped = lookout.stop(entry.prefix, line, from, to);
      if (stopped.isPresent()) {
        Entry found = new Entry(stopped.get(), languages);
        if (found.head.find(line, from, to)) {
          found.shown = entry.met;
          entries.set(entries.indexOf(entry), found);
          return found;
        }
      }
    }
    return null;
  }

  /** A prefix that was not known, with the {@code %q} of one that begins like it. */
  private @Nullable Entry changed(PrefixWatch lookout, byte[] line, int from, int to) {
    if (entries.size() >= MAX_PREFIXES) {
      return null;
    }
    LogLinePrefix prefix = lookout.look(line, from, to).orElse(null);
    if (prefix == null) {
      return null;
    }
    for (Entry entry : entries) {
      prefix = prefix.withStopOf(entry.prefix);
    }
    Entry found = new Entry(prefix, languages);
    return found.head.find(line, from, to) ? found : null;
  }

  /** The languages that labels were found in, which those of the first lines need not all be. */
  Languages languages() {
    return languages;
  }

  private LineHead use(Entry entry) {
    if (entries.get(0) != entry || !entry.met) {
      entry.met = true;
      entries.remove(entry);
      entries.add(0, entry);
      meet(entry.prefix);
    }
    if (entry.showsNow()) {
      entry.shown = true;
      if (guessing) {
        met.removeIf(prefix -> isGuessFor(entry.prefix, prefix));
      }
    }
    return entry.head;
  }

  /** It stands where the same stood without {@code %q}. */
  private void meet(LogLinePrefix prefix) {
    int before = met.indexOf(prefix.withoutStop());
    if (before >= 0) {
      met.set(before, prefix);
    } else if (!met.contains(prefix)) {
      met.add(prefix);
    }
  }

  private boolean isGuessFor(LogLinePrefix shown, LogLinePrefix guess) {
    return !guess.equals(shown)
        && guess.background().equals(shown.background())
        && entries.stream().anyMatch(entry -> entry.prefix.equals(guess) && !entry.shown);
  }
}
