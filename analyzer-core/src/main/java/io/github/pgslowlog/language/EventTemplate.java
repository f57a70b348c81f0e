package io.github.pgslowlog.language;

import io.github.pgslowlog.bytes.Slice;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message with places for values: {@code value "{1V}" is out of range for type {2I}}. What stands
 * behind the number matters in English alone: I for a name that may be shown, V for a value.
 */
final class EventTemplate {
  private static final int MOST_SHOWN = 130;

  private final String key;
  private final EventMessage.Kind kind;
  private final List<String> pieces = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private final List<Boolean> shown = new ArrayList<>();

  EventTemplate(String key, String text) {
    this.key = key;
    this.kind = kind(key);
    int from = 0;
    for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', from)) {
      int end = text.indexOf('}', at);
      pieces.add(text.substring(from, at));
      places.add(text.charAt(at + 1) - '1');
      shown.add(text.charAt(end - 1) == 'I');
      from = end + 1;
    }
    pieces.add(text.substring(from));
  }

  private static EventMessage.Kind kind(String key) {
    for (EventMessage.Kind kind : EventMessage.Kind.values()) {
      if (kind.name().equals(key)) {
        return kind;
      }
    }
    return EventMessage.Kind.ERROR;
  }

  String key() {
    return key;
  }

  EventMessage.Kind kind() {
    return kind;
  }

  /** The message with its names and without its values; this template is English. */
  String wording(List<Slice> values) {
    StringBuilder wording = new StringBuilder(pieces.get(0));
    for (int i = 0; i < places.size(); i++) {
      String name = shown.get(i) ? values.get(places.get(i)).text() : "";
      wording.append(isName(name) ? name : "...").append(pieces.get(i + 1));
    }
    return wording.toString();
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= MOST_SHOWN
        && name.chars().noneMatch(Character::isISOControl);
  }

  /** The template in a character set; English tells which values are shown. */
  Matcher matcher(Charset charset, EventTemplate english) {
    byte[][] bytes = pieces.stream().map(piece -> piece.getBytes(charset)).toArray(byte[][]::new);
    int[] order = places.stream().mapToInt(place -> place).toArray();
    int pivot = 0;
    while (pivot < order.length - 1 && english.isShown(order[pivot])) {
      pivot++;
    }
    return new Matcher(english, bytes, order, pivot);
  }

  private boolean isShown(int value) {
    return shown.get(places.indexOf(value));
  }

  /** Whether all letters are in a character set. */
  boolean isIn(Charset charset) {
    return Language.has(charset, String.join("", pieces));
  }

  /**
   * Takes messages apart.
   *
   * <p>Names before the first value are read from the start of the message, those behind it from
   * its end: whatever a value says, no part of it is taken for a name.
   *
   * @param english the wording in English
   * @param pieces what stands around the values
   * @param order the value at each place
   * @param pivot the first place of what is not shown
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Matcher(EventTemplate english, byte[][] pieces, int[] order, int pivot) {
    /** The first byte of messages, -1 if it may be any. */
    int firstByte() {
      return pieces[0].length == 0 ? -1 : pieces[0][0] & 0xff;
    }

    /** The values in the order of the English wording, null if it is another message. */
    @Nullable List<Slice> values(Slice message) {
      int count = order.length;
      byte[] last = pieces[count];
      int from = pieces[0].length;
      int to = message.length() - (count == 0 ? 0 : last.length);
      if (!message.startsWith(pieces[0]) || from > to || count == 0 && from < to) {
        return null;
      }
      if (!message.startsWithAt(to, count == 0 ? new byte[0] : last)) {
        return null;
      }
      Slice[] values = new Slice[count];
      int place = 0;
      for (; place < pivot; place++) {
        int at = indexOf(message, pieces[place + 1], from, to);
        if (at < 0) {
          return null;
        }
        values[order[place]] = message.between(from, at);
        from = at + pieces[place + 1].length;
      }
      for (int behind = count - 1; behind > place; behind--) {
        int at = lastIndexOf(message, pieces[behind], from, to);
        if (at < 0) {
          return null;
        }
        values[order[behind]] = message.between(at + pieces[behind].length, to);
        to = at;
      }
      if (count > 0) {
        values[order[place]] = message.between(from, to);
      }
      return Arrays.asList(values);
    }

    private static int indexOf(Slice message, byte[] piece, int from, int to) {
      for (int i = from; i <= to - piece.length; i++) {
        if (mayStartAt(message, i, piece) && message.startsWithAt(i, piece)) {
          return i;
        }
      }
      return -1;
    }

    private static int lastIndexOf(Slice message, byte[] piece, int from, int to) {
      for (int i = to - piece.length; i >= from; i--) {
        if (mayStartAt(message, i, piece) && message.startsWithAt(i, piece)) {
          return i;
        }
      }
      return -1;
    }

    /** Most places differ in the first byte. */
    private static boolean mayStartAt(Slice message, int at, byte[] piece) {
      return piece.length == 0 || message.array()[message.from() + at] == piece[0];
    }
  }
}
