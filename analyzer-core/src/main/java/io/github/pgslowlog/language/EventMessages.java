package io.github.pgslowlog.language;

import io.github.pgslowlog.bytes.Slice;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Understands what the server says of errors, lock waits and temporary files in some languages.
 * What it does not know it does not show, as it may be made of values.
 */
public final class EventMessages {
  private static final int BYTES = 256;
  private static final String AT_CHARACTER = "AT_CHARACTER";
  private static final String LOCK = "LOCK_";

  private final List<List<EventTemplate.Matcher>> byFirstByte = new ArrayList<>();
  private final List<EventTemplate.Matcher> others = new ArrayList<>();
  private final List<Lock> locks = new ArrayList<>();
  private final List<EventTemplate.Matcher> endings = new ArrayList<>();

  /**
   * What a lock may be on.
   *
   * @param description as the server describes it
   * @param name as reports name it
   */
  private record Lock(EventTemplate.Matcher description, String name) {}

  /** Keeps who meets no such message from reading the file. */
  private static final class English {
    static final Map<String, EventTemplate> TEMPLATES = templates("en");
  }

  EventMessages(List<Language> languages) {
    for (int i = 0; i < BYTES; i++) {
      byFirstByte.add(new ArrayList<>());
    }
    languages.forEach(this::add);
  }

  private void add(Language language) {
    boolean english = language.equals(Language.english());
    for (EventTemplate template :
        (english ? English.TEMPLATES : templates(language.code())).values()) {
      EventTemplate original = English.TEMPLATES.get(template.key());
      for (Charset charset : language.charsets()) {
        if (original != null && template.isIn(charset)) {
          add(template.key(), template.matcher(charset, original));
        }
      }
    }
  }

  private void add(String key, EventTemplate.Matcher matcher) {
    if (key.equals(AT_CHARACTER)) {
      endings.add(matcher);
    } else if (key.startsWith(LOCK)) {
      String name = key.substring(LOCK.length()).toLowerCase(Locale.ROOT).replace('_', ' ');
      locks.add(new Lock(matcher, name));
    } else if (matcher.firstByte() < 0) {
      others.add(matcher);
    } else {
      byFirstByte.get(matcher.firstByte()).add(matcher);
    }
  }

  private static Map<String, EventTemplate> templates(String code) {
    Map<String, EventTemplate> templates = new LinkedHashMap<>();
    for (String line : lines("events-" + code + ".txt")) {
      int bar = line.indexOf('|');
      if (bar > 0 && !line.startsWith("#")) {
        String key = line.substring(0, bar);
        String text = line.substring(bar + 1).replace("\\n", "\n");
        templates.put(key, new EventTemplate(key, text));
      }
    }
    return templates;
  }

  /** Of a language without such a file none. */
  private static List<String> lines(String file) {
    try (InputStream in = EventMessages.class.getResourceAsStream(file)) {
      return in == null
          ? List.of()
          : new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Understands a message.
   *
   * @param message such as {@code relation "order" does not exist at character 15}
   * @return what it tells of, null if that is not known
   */
  public @Nullable EventMessage read(Slice message) {
    Slice text = withoutCharacter(message);
    if (text.length() == 0) {
      return null;
    }
    EventMessage read = read(text, byFirstByte.get(text.array()[text.from()] & 0xff));
    return read == null ? read(text, others) : read;
  }

  private static @Nullable EventMessage read(Slice text, List<EventTemplate.Matcher> matchers) {
    for (EventTemplate.Matcher matcher : matchers) {
      List<Slice> values = matcher.values(text);
      if (values != null) {
        EventMessage.Kind kind = matcher.english().kind();
        boolean shown = kind == EventMessage.Kind.ERROR;
        return new EventMessage(kind, shown ? matcher.english().wording(values) : "", values);
      }
    }
    return null;
  }

  /** In stderr format the place in the statement stands behind the message. */
  private Slice withoutCharacter(Slice message) {
    for (EventTemplate.Matcher ending : endings) {
      byte[] before = ending.pieces()[0];
      int digits = message.length() - ending.pieces()[1].length;
      if (digits > 0 && message.startsWithAt(digits, ending.pieces()[1])) {
        int start = digits;
        while (start > 0 && isDigit(message.array()[message.from() + start - 1])) {
          start--;
        }
        int end = start - before.length;
        if (start < digits && end >= 0 && message.startsWithAt(end, before)) {
          return message.between(0, end);
        }
      }
    }
    return message;
  }

  private static boolean isDigit(byte value) {
    return value >= '0' && value <= '9';
  }

  /**
   * What a lock is on.
   *
   * @param description such as {@code relation 16384 of database 5}
   * @return such as {@code relation}, {@code advisory lock}; empty if that is not known
   */
  public String lockedObject(Slice description) {
    for (Lock lock : locks) {
      if (lock.description().values(description) != null) {
        return lock.name();
      }
    }
    return "";
  }
}
