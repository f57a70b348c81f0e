package io.github.pgslowlog.source;

import io.github.pgslowlog.diagnostics.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The logs in zip and tar archives, compressed or not, nested or not.
 *
 * <p>A member is named {@code archive.tar.gz!path/member}; its name is never used as a path.
 * Directories, links, devices and members without a name are left out. What stands before damage is
 * read, and the damage told once for the archive.
 */
public final class Archives {
  /** A tenth of a gigabyte of names at most; nobody keeps that many logs in one archive. */
  static final int MAX_MEMBERS = 100_000;

  private final Consumer<Problem> problems;

  private Archives(Consumer<Problem> problems) {
    this.problems = problems;
  }

  /**
   * The logs that a source stands for.
   *
   * @param source a log or an archive
   * @param problems told what is wrong with an archive
   * @return the source itself unless it is an archive that can be opened more than once; else its
   *     members in archive order
   */
  public static List<LogSource> expand(LogSource source, Consumer<Problem> problems) {
    return source.reopenable() ? new Archives(problems).members(source) : List.of(source);
  }

  /**
   * Reads what {@link #expand} leaves alone: visits the logs of a source that can be opened once,
   * in archive order, while the stream passes by.
   *
   * @param source a log or an archive
   * @param visitor reads each log before it returns
   * @param problems told what is wrong with an archive
   */
  public static void visit(
      LogSource source, Consumer<LogSource> visitor, Consumer<Problem> problems) {
    if (source.reopenable()) {
      visitor.accept(source);
    } else {
      new Archives(problems)
          .pass(source.name(), source::open, Decompression.taken(source), visitor);
    }
  }

  // --- archives that can be opened again

  private List<LogSource> members(LogSource source) {
    try (InputStream raw = source.open()) {
      Layers layers = Layers.peel(raw, Decompression.taken(source));
      if (!layers.kind().isArchive()) {
        layers.in().close();
        return List.of(source);
      }
      List<LogSource> members = list(source, layers);
      if (members.isEmpty()) {
        problems.accept(Problem.damage(source.name() + ": the archive holds no files"));
      }
      return members;
    } catch (IOException unreadable) {
      // Who reads the source will tell.
      return List.of(source);
    }
  }

  private List<LogSource> list(LogSource source, Layers layers) {
    boolean stored = layers.count() == Decompression.taken(source) + 1;
    if (layers.kind() == Compression.ZIP && stored && source instanceof PathSource file) {
      try {
        return zipMembers(source.name(), new ZipMembers(file.path()), layers.count());
      } catch (IOException noDirectory) {
        // Cut, perhaps: what is there is found by reading from the start.
      }
    }
    return streamMembers(source, layers);
  }

  private List<LogSource> zipMembers(String archive, ZipMembers zip, int layers) {
    List<LogSource> members = new ArrayList<>();
    for (int i = 0; i < Math.min(zip.files().size(), MAX_MEMBERS); i++) {
      int member = i;
      String name = archive + "!" + zip.files().get(i).getName();
      members.addAll(members(new MemberSource(name, layers, true, () -> zip.open(member))));
    }
    tellIfTooMany(archive, zip.files().size());
    return members;
  }

  private List<LogSource> streamMembers(LogSource source, Layers layers) {
    ArchiveCursor cursor = new ArchiveCursor(source);
    List<LogSource> found = new ArrayList<>();
    List<Boolean> nested = new ArrayList<>();
    try (ArchiveReader reader = ArchiveReader.of(layers)) {
      while (found.size() <= MAX_MEMBERS && reader.next()) {
        int member = found.size();
        String name = source.name() + "!" + reader.name();
        found.add(new MemberSource(name, layers.count(), true, () -> cursor.open(member)));
        nested.add(isArchive(reader, layers.count()));
      }
    } catch (IOException damaged) {
      tellDamage(source.name(), damaged);
    }
    tellIfTooMany(source.name(), found.size());
    cursor.endsWith(Math.min(found.size(), MAX_MEMBERS) - 1);
    List<LogSource> members = new ArrayList<>();
    for (int i = 0; i < Math.min(found.size(), MAX_MEMBERS); i++) {
      members.addAll(nested.get(i) ? members(found.get(i)) : List.of(found.get(i)));
    }
    return members;
  }

  private static boolean isArchive(ArchiveReader reader, int layers) {
    try {
      Layers member = Layers.peel(reader.content(), layers);
      member.in().close();
      return member.kind().isArchive();
    } catch (IOException unreadable) {
      return false;
    }
  }

  // --- streams that pass by once

  private void pass(
      String name, MemberSource.Opener opener, int taken, Consumer<LogSource> visitor) {
    Layers layers;
    try {
      layers = Layers.peel(opener.open(), taken);
    } catch (IOException failure) {
      visitor.accept(once(name, taken, failing(failure)));
      return;
    }
    if (!layers.kind().isArchive()) {
      visitor.accept(new MemberSource(name, layers.count(), layers.names(), false, layers::in));
      return;
    }
    int members = 0;
    try (ArchiveReader reader = ArchiveReader.of(layers)) {
      while (members <= MAX_MEMBERS && reader.next()) {
        members++;
        if (members <= MAX_MEMBERS) {
          pass(name + "!" + reader.name(), reader::content, layers.count(), visitor);
        }
      }
      if (members == 0) {
        problems.accept(Problem.damage(name + ": the archive holds no files"));
      }
    } catch (IOException damaged) {
      tellDamage(name, damaged);
    }
    tellIfTooMany(name, members);
  }

  private static MemberSource.Opener failing(IOException failure) {
    return () -> {
      throw failure;
    };
  }

  private static LogSource once(String name, int layers, MemberSource.Opener opener) {
    return new MemberSource(name, layers, false, opener);
  }

  // --- messages

  private void tellDamage(String archive, IOException damage) {
    String reason = damage.getMessage() == null ? damage.toString() : damage.getMessage();
    problems.accept(Problem.damage(archive + ": " + reason + "; members behind it are not read"));
  }

  private void tellIfTooMany(String archive, int members) {
    if (members > MAX_MEMBERS) {
      problems.accept(
          Problem.damage(
              archive + ": it has more than " + MAX_MEMBERS + " files; those behind are not read"));
    }
  }
}
