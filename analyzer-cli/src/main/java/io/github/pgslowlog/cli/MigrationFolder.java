package io.github.pgslowlog.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.report.Migrations;
import io.github.pgslowlog.report.ReportFormat;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder that migrations go to. What is there already is not written again, whatever its version;
 * and a file that is there with another content is never replaced: its version may have run
 * already, and tools refuse one that has changed since.
 *
 * @param name of the folder; made if it is missing
 * @param format of the files
 */
record MigrationFolder(String name, ReportFormat format) {
  /** Of a file that says how Flyway is to run the one of the same name. */
  private static final String SETTINGS = ".conf";

  /** All files that are missing or, if one is in the way or fails, none; tells what was done. */
  String save(List<Migrations.File> files) {
    check();
    try {
      Path folder = Path.of(name);
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
      List<Migrations.File> missing = missing(folder, files);
      write(folder, missing);
      return done(missing.size(), files.size() - missing.size());
    } catch (IOException failure) {
      throw unwritable(failure);
    }
  }

  /** Fails if no migration can be written, as far as one can tell before it is known which. */
  void check() {
    try {
      Path there = Path.of(name).toAbsolutePath();
      boolean made = isMissing(there);
      while (isMissing(there) && there.getParent() != null) {
        there = there.getParent();
      }
      if (!Files.isDirectory(there)) {
        throw new AnalyzerException((made ? there : name) + ": this is a file; name a folder");
      }
      boolean toBeFilled = made || isEmpty(there);
      if (toBeFilled && !Files.isWritable(there)) {
        throw new AccessDeniedException(there.toString());
      }
    } catch (IOException | InvalidPathException failure) {
      throw unwritable(failure);
    }
  }

  private static boolean isMissing(Path folder) {
    return !Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
  }

  /** Where anything is there, it may be all migrations, and nothing is to be written. */
  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private AnalyzerException unwritable(Exception failure) {
    return new AnalyzerException(
        name + ": the migrations cannot be written: " + PrivateFile.reason(failure), failure);
  }

  private String done(int written, int there) {
    return name
        + ": "
        + written
        + (written == 1 ? " file" : " files")
        + " for "
        + format.word()
        + " written"
        + (there == 0 ? "" : ", " + there + " there already");
  }

  // --- what is missing

  /** Settings stand behind their script. */
  private List<Migrations.File> missing(Path folder, List<Migrations.File> files)
      throws IOException {
    ExistingMigrations existing = ExistingMigrations.of(folder, format);
    List<Migrations.File> missing = new ArrayList<>();
    Optional<String> script = Optional.empty();
    for (Migrations.File file : files) {
      boolean isSettings = file.name().endsWith(SETTINGS);
      if (!isSettings) {
        script = existing.same(file);
      }
      String there = script.map(same -> isSettings ? same + SETTINGS : same).orElse(file.name());
      if (Files.exists(folder.resolve(there))) {
        if (script.isEmpty()) {
          refuseOther(folder.resolve(there), file);
        }
      } else {
        existing.obstacle(file).ifPresent(MigrationFolder::refuse);
        missing.add(new Migrations.File(there, file.content()));
      }
    }
    return missing;
  }

  private static void refuseOther(Path path, Migrations.File file) {
    if (!Files.isRegularFile(path)
        || !Arrays.equals(ExistingMigrations.bytes(path), file.content().getBytes(UTF_8))) {
      refuse(path + ": a migration of this version is there with another content");
    }
  }

  private static void refuse(String obstacle) {
    throw new AnalyzerException(
        obstacle
            + ", and may have run; nothing was written; name another folder, or remove the file if"
            + " it has not run");
  }

  // --- writing

  /** Settings first: Flyway must not find a script without them. */
  private static void write(Path folder, List<Migrations.File> files) throws IOException {
    List<Migrations.File> ordered = new ArrayList<>(files);
    ordered.sort(Comparator.comparing(file -> !file.name().endsWith(SETTINGS)));
    List<Path> written = new ArrayList<>();
    try {
      for (Migrations.File file : ordered) {
        Path path = folder.resolve(file.name());
        PrivateFile.write(path, out -> out.write(file.content()));
        written.add(path);
      }
    } catch (IOException failure) {
      remove(written, failure);
      throw failure;
    }
  }

  private static void remove(List<Path> written, IOException failure) {
    try {
      for (Path path : written) {
        Files.delete(path);
      }
    } catch (IOException remaining) {
      throw new AnalyzerException(
          written.get(0)
              + ": the migrations cannot be written: "
              + PrivateFile.reason(failure)
              + "; those that were written could not be removed: remove them before you try again",
          remaining);
    }
  }
}
