package io.github.pgslowlog.cli;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pgslowlog completion}: a script by which a shell completes commands and options. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Prints a script by which bash or zsh completes commands and options.",
    footer = {
      "",
      "Examples:",
      "  source <(pgslowlog completion bash)",
      "  pgslowlog completion bash > /etc/bash_completion.d/pgslowlog",
      "  pgslowlog completion zsh > /usr/local/share/zsh/site-functions/_pgslowlog"
    })
final class CompletionCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "SHELL",
      description = "bash or zsh",
      completionCandidates = Shells.class)
  private String shell = "";

  @Spec private @Nullable CommandSpec spec;

  private final Streams streams;

  CompletionCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    if (!shell.equals("bash") && !shell.equals("zsh")) {
      Usage.refuse(
          spec, Optional.of("there is no completion for '" + shell + "'; give bash or zsh"));
    }
    Configuration none = Configuration.of(Surroundings.NONE, Optional.empty());
    CommandLine whole = AnyCommandLine.whole(streams, none);
    streams.out().write(shell.equals("zsh") ? ZshCompletion.of(whole) : BashCompletion.of(whole));
    streams.out().flush();
    return ExitCode.DONE;
  }

  private static final class Shells implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of("bash", "zsh").iterator();
    }
  }
}
