package io.github.pgslowlog.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Places that reports of one run go to. The second one at the same place would replace the first,
 * whatever either is called.
 *
 * @param names as they were given
 */
record OutputNames(List<String> names) {
  /** What is wrong with them, and what to do; empty if nothing is. */
  Optional<String> mistake() {
    if (names.size() < 2) {
      return Optional.empty();
    }
    Map<String, String> byPlace = new HashMap<>();
    for (String name : names) {
      Optional<String> place = place(name);
      String other = place.isEmpty() ? null : byPlace.putIfAbsent(place.get(), name);
      if (other != null) {
        return Optional.of(
            other.equals(name)
                ? "--output " + name + " is given twice; give it once"
                : "--output "
                    + name
                    + " is the same file as --output "
                    + other
                    + "; give each report a name of its own");
      }
    }
    return Optional.empty();
  }

  /** Where a report is in the end; empty for a device or a pipe, which takes several. */
  private static Optional<String> place(String name) {
    if (name.equals("-")) {
      return Optional.of(name);
    }
    try {
      Path goal = PrivateFile.goal(Path.of(name));
      return PrivateFile.isDevice(goal) && !Files.isDirectory(goal)
          ? Optional.empty()
          : Optional.of(real(goal).toString());
    } catch (IOException | InvalidPathException unwritable) {
      return Optional.of(name);
    }
  }

  private static Path real(Path goal) throws IOException {
    if (Files.exists(goal)) {
      return goal.toRealPath();
    }
    Path whole = goal.toAbsolutePath().normalize();
    Path folder = goal.toAbsolutePath().getParent();
    return folder != null && Files.exists(folder)
        ? folder.toRealPath().resolve(Objects.requireNonNull(whole.getFileName()))
        : whole;
  }
}
