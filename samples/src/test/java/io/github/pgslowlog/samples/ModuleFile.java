package io.github.pgslowlog.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the description of a module says, as it is written.
 *
 * @param exported names of the packages that everybody may use
 */
record ModuleFile(List<String> exported) {
  private static final Pattern EXPORTS = Pattern.compile("(?m)^ *exports ([a-z.]+);$");

  ModuleFile {
    exported = List.copyOf(exported);
  }

  static ModuleFile of(String module) {
    Path file = Path.of("..", module, "src/main/module/module-info.java");
    try {
      return new ModuleFile(
          EXPORTS.matcher(Files.readString(file)).results().map(ModuleFile::name).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(MatchResult exports) {
    return exports.group(1);
  }
}
