package io.github.pgslowlog.cli;

import io.github.pgslowlog.report.ReportOptions;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that say how something is shown. */
final class DisplayArguments {
  private static final String MASKED = "masked";
  private static final String RAW = "raw";

  @Option(
      names = "--samples",
      paramLabel = "WORD",
      completionCandidates = Samples.class,
      description =
          "samples of statements: masked, without their values, or raw, with them (default: masked)")
  private String samples = MASKED;

  @Option(
      names = {"--color", "--colour"},
      paramLabel = "WHEN",
      completionCandidates = Colour.Words.class,
      description =
          "text on standard output in colours: auto, on a terminal unless NO_COLOR is set; always;"
              + " or never (default: auto)")
  private String colour = "auto";

  /** What is wrong with them, and what to do; empty if nothing is. */
  Optional<String> mistake() {
    if (!samples.equals(MASKED) && !samples.equals(RAW)) {
      return Optional.of("--samples is " + samples + "; give " + MASKED + " or " + RAW);
    }
    return Colour.of(colour).isPresent()
        ? Optional.empty()
        : Optional.of("--color is " + colour + "; give " + Colour.words());
  }

  /** As wide as the terminal, and in colours if it has some. */
  ReportOptions onStandardOutput(int top, Surroundings surroundings) {
    boolean coloured =
        switch (Colour.of(colour).orElse(Colour.AUTO)) {
          case AUTO -> surroundings.outputHasColours();
          case ALWAYS -> true;
          case NEVER -> false;
        };
    return new ReportOptions(top, samples.equals(RAW), surroundings.outputColumns(), coloured);
  }

  /** The same on every machine. */
  ReportOptions inFile(int top) {
    ReportOptions usual = ReportOptions.DEFAULT;
    return new ReportOptions(top, samples.equals(RAW), usual.columns(), usual.colour());
  }

  private static final class Samples implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of(MASKED, RAW).iterator();
    }
  }
}
