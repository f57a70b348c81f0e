package io.github.pgslowlog.frame;

import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.prefix.LineHead;
import io.github.pgslowlog.prefix.LogLinePrefix;
import io.github.pgslowlog.prefix.PrefixWatch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The prefixes of a log: the one that fitted the last line is tried first on the next. */
final class PrefixHeads {
  /** A log has one, or two where a server was reloaded. */
  private static final int MAX_PREFIXES = 8;

  private final List<Entry> entries = new ArrayList<>();
  private final Set<LogLinePrefix> met = new LinkedHashSet<>();
  private final @Nullable PrefixWatch watch;
  private @Nullable Entry anyLanguage;
  private Languages languages;

  private record Entry(LogLinePrefix prefix, LineHead head) {}

  PrefixHeads(StderrStyle style, Languages languages) {
    this.languages = languages;
    style.prefixes().forEach(this::add);
    watch = style.watched() ? new PrefixWatch(style.prefixes(), languages) : null;
  }

  private Entry add(LogLinePrefix prefix) {
    Entry entry = new Entry(prefix, new LineHead(prefix.matcher(), languages));
    entries.add(entry);
    return entry;
  }

  LineHead first() {
    return entries.get(0).head;
  }

  List<LogLinePrefix> met() {
    return List.copyOf(met);
  }

  /** Null if the line has no head; a whole line may show a prefix that was not known before. */
  @Nullable LineHead find(byte[] line, int from, int to, boolean whole) {
    Entry current = entries.get(0);
    if (current.head.find(line, from, to)) {
      if (met.isEmpty()) {
        met.add(current.prefix);
      }
      return current.head;
    }
    for (int i = 1; i < entries.size(); i++) {
      if (entries.get(i).head.find(line, from, to)) {
        return use(entries.remove(i));
      }
    }
    if (watch == null || !whole) {
      return null;
    }
    LineHead translated = inAnyLanguage(current.prefix);
    if (translated.find(line, from, to)) {
      languages = Languages.all();
      return use(new Entry(current.prefix, translated));
    }
    if (entries.size() == MAX_PREFIXES) {
      return null;
    }
    Optional<LogLinePrefix> changed = watch.look(line, from, to);
    if (changed.isEmpty()) {
      return null;
    }
    Entry entry = add(changed.get());
    entries.remove(entry);
    return entry.head.find(line, from, to) ? use(entry) : null;
  }

  private LineHead inAnyLanguage(LogLinePrefix prefix) {
    Entry entry = anyLanguage;
    if (entry == null || !entry.prefix.equals(prefix)) {
      entry = new Entry(prefix, new LineHead(prefix.matcher(), Languages.all()));
      anyLanguage = entry;
    }
    return entry.head;
  }

  /** The languages that labels were found in, which those of the first lines need not all be. */
  Languages languages() {
    return languages;
  }

  private LineHead use(Entry entry) {
    entries.add(0, entry);
    met.add(entry.prefix);
    return entry.head;
  }
}
