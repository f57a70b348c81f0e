package io.github.pgslowlog.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.report.Migrations;
import io.github.pgslowlog.report.ReportFormat;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A folder that migrations go to. A file that is there with another content is never replaced: its
 * version may have run already, and tools refuse one that has changed since.
 *
 * @param name of the folder; made if it is missing
 * @param format of the files
 */
record MigrationFolder(String name, ReportFormat format) {
  /** All files or, if one of them is in the way, none; tells what was done. */
  String save(List<Migrations.File> files) {
    if (files.isEmpty()) {
      return name
          + ": nothing to do is confirmed by a planner, so there are no migrations to write; give"
          + " --schema or --url to 'pgslowlog analyze' to have advice confirmed";
    }
    try {
      return write(Path.of(name), files);
    } catch (FileAlreadyExistsException occupied) {
      throw new AnalyzerException(name + ": this is a file; name a folder", occupied);
    } catch (IOException failure) {
      throw new AnalyzerException(
          name + ": the migrations cannot be written: " + PrivateFile.reason(failure), failure);
    }
  }

  private String write(Path folder, List<Migrations.File> files) throws IOException {
    Files.createDirectories(folder);
    List<Migrations.File> missing =
        files.stream().filter(file -> !Files.exists(folder.resolve(file.name()))).toList();
    for (Migrations.File file : files) {
      if (!missing.contains(file) && !isThere(folder, file)) {
        throw new AnalyzerException(
            folder.resolve(file.name())
                + ": a migration of this version is there with another content, and may have run;"
                + " nothing was written; name another folder, or remove the file if it has not run");
      }
    }
    for (Migrations.File file : missing) {
      PrivateFile.write(folder.resolve(file.name()), out -> out.write(file.content()));
    }
    int same = files.size() - missing.size();
    return name
        + ": "
        + missing.size()
        + (missing.size() == 1 ? " file" : " files")
        + " for "
        + format.word()
        + " written"
        + (same == 0 ? "" : ", " + same + " there already");
  }

  private static boolean isThere(Path folder, Migrations.File file) throws IOException {
    Path path = folder.resolve(file.name());
    return Files.isRegularFile(path)
        && Arrays.equals(Files.readAllBytes(path), file.content().getBytes(UTF_8));
  }
}
