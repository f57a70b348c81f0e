package io.github.pgslowlog.cli;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Ends a run whose command line is wrong; {@link UsageHandler} tells it. */
final class Usage {
  private Usage() {}

  /**
   * Does so if there is a mistake.
   *
   * @param spec of the command that was called
   */
  static void refuse(@Nullable CommandSpec spec, Optional<String> mistake) {
    if (mistake.isPresent()) {
      throw new ParameterException(Objects.requireNonNull(spec).commandLine(), mistake.get());
    }
  }
}
