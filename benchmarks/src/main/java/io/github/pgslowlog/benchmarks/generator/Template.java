package io.github.pgslowlog.benchmarks.generator;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with holes. In the markup a hole stands in braces: {@code {EMAIL}} is a literal of that
 * {@link Value}, {@code {list}} a long list of numbers, {@code {uuids}} one of UUIDs, {@code {p}}
 * what tells one partition from another, {@code {trace}} a trace identifier.
 */
final class Template {
  private static final int SHORTEST_LIST = 50;
  private static final int LONGEST_LIST = 1000;

  private final byte[][] pieces;
  private final Hole[] holes;

  private Template(byte[][] pieces, Hole[] holes) {
    this.pieces = pieces;
    this.holes = holes;
  }

  static Template of(String markup) {
    List<byte[]> pieces = new ArrayList<>();
    List<Hole> holes = new ArrayList<>();
    int at = 0;
    for (int open = markup.indexOf('{'); open >= 0; open = markup.indexOf('{', at)) {
      int close = markup.indexOf('}', open);
      pieces.add(Text.utf8(markup.substring(at, open)));
      holes.add(hole(markup.substring(open + 1, close)));
      at = close + 1;
    }
    pieces.add(Text.utf8(markup.substring(at)));
    return new Template(pieces.toArray(byte[][]::new), holes.toArray(Hole[]::new));
  }

  private static Hole hole(String name) {
    return switch (name) {
      case "p" -> (out, random, partition) -> partition(out, partition);
      case "trace" -> (out, random, partition) -> trace(out, random);
      case "list" -> (out, random, partition) -> list(out, random, Value.ID);
      case "uuids" -> (out, random, partition) -> list(out, random, Value.UUID);
      default -> {
        Value value = Value.valueOf(name);
        yield (out, random, partition) -> value.literal(out, random);
      }
    };
  }

  private static void partition(Text out, int partition) {
    if (partition > 0) {
      out.append("_p").append(partition);
    }
  }

  private static void trace(Text out, Randomness random) {
    out.append("00-").hex(random.next(), 16).hex(random.next(), 16).append('-');
    out.hex(random.next(), 16).append("-01");
  }

  private static void list(Text out, Randomness random, Value value) {
    int length = (int) Math.min(LONGEST_LIST, SHORTEST_LIST + random.around(150));
    for (int i = 0; i < length; i++) {
      if (i > 0) {
        out.append(',').append(' ');
      }
      value.literal(out, random);
    }
  }

  void append(Text out, Randomness random, int partition) {
    for (int i = 0; i < holes.length; i++) {
      out.append(pieces[i]);
      holes[i].fill(out, random, partition);
    }
    out.append(pieces[holes.length]);
  }

  private interface Hole {
    void fill(Text out, Randomness random, int partition);
  }
}
