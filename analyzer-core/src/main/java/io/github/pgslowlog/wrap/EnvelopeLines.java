package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.ByteAccumulator;
import io.github.pgslowlog.bytes.DerivedLines;
import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.bytes.NewlineFinder;
import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.diagnostics.SkipListener;
import io.github.pgslowlog.diagnostics.SkipReason;
import io.github.pgslowlog.json.JsonFieldReader;
import io.github.pgslowlog.json.JsonType;
import java.io.IOException;
import java.util.List;

/**
 * The lines of the server inside JSON objects of a platform; a class for each platform says which
 * members hold what.
 *
 * <p>Lines that are no objects are passed on. The text of an object may be several lines: those
 * behind the first belong to its message.
 */
abstract class EnvelopeLines extends DerivedLines {
  /** What an object turned out to be. */
  enum Outcome {
    /** {@link #text} holds what the server wrote, {@link #detail} perhaps its DETAIL. */
    TEXT,
    /** Taken, but a line is not complete yet. */
    PENDING,
    /** It is of somebody else. */
    OTHER_PROGRAM,
    /** The platform left the text out because of its size. */
    OVERSIZED
  }

  private static final long HASH_START = 0xCBF29CE484222325L;
  private static final long HASH_PRIME = 0x100000001B3L;

  final Lines objects;
  final JsonFieldReader fields;
  final ByteAccumulator text = new ByteAccumulator();
  final ByteAccumulator detail = new ByteAccumulator();
  private final String file;
  private final SkipListener skips;
  private final Part following;
  private int at;
  private boolean textLeft;
  private boolean firstLine;
  private boolean textCut;

  /** Lines behind the first of a text are {@code following}. */
  EnvelopeLines(PeelSource source, List<String> paths, Part following) {
    this.objects = source.objects();
    this.file = source.file();
    this.skips = source.skips();
    this.fields = new JsonFieldReader(paths.toArray(String[]::new));
    this.following = following;
  }

  /** Reads {@link #fields}; sets {@link #text} and {@link #detail}, which are empty. */
  abstract Outcome open();

  /** The stream of the object. */
  abstract long streamOfObject();

  /** What is left when the objects end: sets {@link #text} and returns true if there is more. */
  boolean openRest() {
    return false;
  }

  @Override
  public final boolean next() throws IOException {
    while (true) {
      if (textLeft) {
        return textLine();
      }
      if (detail.length() > 0) {
        return detailLine();
      }
      if (!objects.next()) {
        return openRest() && startText(false) && textLine();
      }
      if (!isObject()) {
        return pass(objects);
      }
      readObject();
    }
  }

  private boolean isObject() {
    byte[] buffer = objects.buffer();
    return objects.start() < objects.end() && buffer[objects.start()] == '{';
  }

  private void readObject() {
    text.clear();
    detail.clear();
    boolean whole = fields.read(objects.buffer(), objects.start(), objects.end());
    if (!whole && !objects.cut()) {
      skip(SkipReason.BAD_JSON);
      return;
    }
    switch (open()) {
      case TEXT -> {
        place(objects.line(), objects.offset(), streamOfObject());
        startText(objects.cut());
      }
      case PENDING -> {}
      case OTHER_PROGRAM -> skip(objects.cut() ? SkipReason.OVERSIZED : SkipReason.OTHER_PROGRAM);
      case OVERSIZED -> skip(SkipReason.OVERSIZED);
    }
  }

  private void skip(SkipReason reason) {
    skip(reason, objects.line(), objects.offset());
  }

  final void skip(SkipReason reason, long line, long offset) {
    skips.skip(new Skip(reason, new Location(file, line, offset), 0));
  }

  /** Tells that the line being handed on was cut. */
  final void markCut() {
    textCut = true;
  }

  private boolean startText(boolean cut) {
    boolean endsLine = text.length() > 0 && text.array()[text.length() - 1] == '\n';
    if (endsLine) {
      text.truncate(text.length() - 1);
    }
    textCut |= cut;
    at = 0;
    textLeft = true;
    firstLine = true;
    return true;
  }

  private boolean textLine() {
    byte[] bytes = text.array();
    int from = at;
    int newline = NewlineFinder.indexOf(bytes, from, text.length());
    int to = newline < 0 ? text.length() : newline;
    at = to + 1;
    textLeft = newline >= 0;
    Part part = firstLine ? Part.LINE : following;
    firstLine = false;
    boolean cut = textCut && !textLeft;
    textCut &= textLeft;
    return hand(part, bytes, from, to, cut);
  }

  private boolean detailLine() {
    int length = detail.length();
    detail.clear();
    return hand(Part.DETAIL, detail.array(), 0, length, false);
  }

  /** A number for the values of some members; those that the object does not have do not count. */
  final long stream(int... members) {
    long hash = objects.stream();
    for (int member : members) {
      if (fields.type(member) == JsonType.STRING || fields.type(member) == JsonType.NUMBER) {
        hash ^= HASH_START + member;
        for (int i = fields.from(member); i < fields.to(member); i++) {
          hash = (hash ^ fields.buffer()[i]) * HASH_PRIME;
        }
      }
    }
    return hash;
  }
}
