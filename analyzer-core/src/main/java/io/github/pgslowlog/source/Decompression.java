package io.github.pgslowlog.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Opens a source as plain bytes, whatever its compression. */
public final class Decompression {
  private Decompression() {}

  /**
   * Opens a log and takes off its compression, layer by layer.
   *
   * <p>What stands before damage can be read; then {@link DamagedStreamException} is thrown.
   *
   * @param source the log; {@link Archives} makes logs of an archive
   * @return the decompressed bytes
   * @throws IOException when it cannot be opened, or is an archive
   */
  public static InputStream open(LogSource source) throws IOException {
    return peel(source).in();
  }

  /**
   * A log without its compression.
   *
   * @param in the decompressed bytes
   * @param layers what was taken off, outermost first, such as {@code gzip}
   */
  public record Opened(InputStream in, List<String> layers) {
    /** Copies the list. */
    public Opened {
      layers = List.copyOf(layers);
    }
  }

  /**
   * Like {@link #open}, and tells what was taken off.
   *
   * @param source the log
   * @return its bytes and layers
   * @throws IOException when it cannot be opened, or is an archive
   */
  public static Opened peel(LogSource source) throws IOException {
    Layers layers = Layers.peel(source.open(), taken(source));
    if (layers.kind().isArchive()) {
      layers.in().close();
      throw new IOException("it is a " + layers.kind().label() + " archive, not a log");
    }
    List<String> names = new ArrayList<>();
    if (source instanceof MemberSource member) {
      names.addAll(member.takenOff());
    }
    names.addAll(layers.names());
    return new Opened(layers.in(), names);
  }

  /**
   * The first bytes of a log, decompressed.
   *
   * @param source the log
   * @param bytes how many at most
   * @return fewer bytes if the log has fewer or is damaged, none if it cannot be opened
   */
  public static byte[] head(LogSource source, int bytes) {
    try (InputStream in = open(source)) {
      return Head.of(in, bytes).bytes();
    } catch (IOException unreadable) {
      return new byte[0];
    }
  }

  /** Layers that were taken off to reach a source. */
  static int taken(LogSource source) {
    return source instanceof MemberSource member ? member.layers() : 0;
  }
}
