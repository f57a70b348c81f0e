package io.github.pgslowlog.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
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
      "  pgslowlog completion zsh >> ~/.zshrc"
    })
final class CompletionCommand implements Callable<Integer> {
  /** zsh runs completions of bash once it is told to. */
  private static final String ZSH =
      """
      autoload -Uz compinit bashcompinit
      (( $+functions[compdef] )) || compinit
      bashcompinit
      """;

  @Parameters(paramLabel = "SHELL", description = "bash or zsh")
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
    streams.out().write(shell.equals("zsh") ? ZSH : "");
    streams.out().write(AutoComplete.bash("pgslowlog", AnyCommandLine.whole(streams, none)));
    streams.out().flush();
    return ExitCode.DONE;
  }
}
