package io.github.pgslowlog.postgres.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * As whom the server runs. PostgreSQL refuses to run as root, and initdb needs a user with a name.
 *
 * @param wrapper what stands before a program on the command line; empty for an ordinary user
 * @param user the user that the server's files have to belong to, if it is another one
 */
record Account(List<String> wrapper, Optional<UserPrincipal> user) {
  private static final Account SAME = new Account(List.of(), Optional.empty());

  /**
   * A user namespace without mapping: the same user for files and signals, and one without name or
   * power, {@code nobody}, for the program itself. No file has to change its owner.
   */
  private static final Account NAMESPACE =
      new Account(List.of("unshare", "-U", "--"), Optional.empty());

  /**
   * Finds a way to run the server.
   *
   * @param folder the folder of this run
   * @throws io.github.pgslowlog.diagnostics.AnalyzerException if there is none
   */
  static Account find(LockedFolder folder) throws InterruptedException {
    try {
      Path path = folder.path();
      if (id(path, "uid") != 0) {
        return isNamed(folder.user()) ? SAME : firstThatRuns(path, List.of(NAMESPACE));
      }
      List<Account> ways = new ArrayList<>(List.of(NAMESPACE));
      ways.addAll(waysOfNobody(path));
      return firstThatRuns(path, ways);
    } catch (IOException e) {
      throw StartFailure.because("to find a user to run it as", e, "run this as an ordinary user");
    }
  }

  private static int id(Path path, String attribute) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:" + attribute, LinkOption.NOFOLLOW_LINKS);
  }

  /** A user that /etc/passwd does not know is shown as a number. */
  private static boolean isNamed(UserPrincipal user) {
    return !user.getName().chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Account firstThatRuns(Path folder, List<Account> ways)
      throws InterruptedException {
    List<String> refusals = new ArrayList<>();
    for (Account way : ways) {
      String refusal = way.refusal(folder);
      if (refusal.isEmpty()) {
        return way;
      }
      refusals.add("  " + String.join(" ", way.wrapper) + " true: " + refusal);
    }
    throw StartFailure.because(
        "PostgreSQL does not run as root, nor as a user without a name, and no way to another user"
            + " was found:\n"
            + String.join("\n", refusals)
            + "\nRun this as an ordinary user, or allow user namespaces"
            + " (in a container: --user 1000, or --security-opt seccomp=unconfined)");
  }

  /** What the system says to the way; empty if it works. */
  private String refusal(Path folder) throws InterruptedException {
    return ShortCommand.refusal(folder, command(List.of("true")));
  }

  private static List<Account> waysOfNobody(Path folder) throws IOException {
    Path probe = Files.createTempFile(folder, "owner", null);
    try {
      UserPrincipal nobody =
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
      Files.setOwner(probe, nobody);
      int user = id(probe, "uid");
      return List.of(
          new Account(
              List.of(
                  "setpriv",
                  "--reuid=" + user,
                  "--regid=" + user,
                  "--clear-groups",
                  "--no-new-privs",
                  "--"),
              Optional.of(nobody)),
          new Account(
              List.of("chroot", "--userspec=" + user + ":" + user, "--groups=", "/"),
              Optional.of(nobody)));
    } catch (IOException e) {
      return List.of();
    } finally {
      Files.deleteIfExists(probe);
    }
  }

  List<String> command(List<String> program) {
    List<String> command = new ArrayList<>(wrapper);
    command.addAll(program);
    return command;
  }

  /** Gives a file or folder that this process made to the user of the server. */
  void own(Path path) throws IOException {
    if (user.isPresent()) {
      Files.getFileAttributeView(path, PosixFileAttributeView.class).setOwner(user.get());
    }
  }
}
