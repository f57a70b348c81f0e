package io.github.pgslowlog.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {
  @TempDir private Path temporary;

  @Test
  void aPortThatWasTakenInTheMeantimeIsGivenUp() throws Exception {
    Deadline deadline = new Deadline(Duration.ofSeconds(60));
    try (LockedFolder folder = LockedFolder.create(temporary, "run-");
        ServerSocket taken =
            new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      Account account = Account.find(folder);
      FolderCache cache =
          new FolderCache(PrivateServerOptions.defaults().cacheFolder(), folder.user());
      Path programs = new ProgramFolder(cache, folder, account).programs(Platform.current());
      String password = Logins.newPassword();
      new Cluster(folder.path(), programs, account, deadline).create(cache, password, Map.of());
      int free = ServerProcess.freePort();
      Iterator<Integer> ports = List.of(taken.getLocalPort(), free).iterator();

      ServerProcess server =
          ServerProcess.start(folder.path(), programs, account, ports::next, deadline);
      try {
        assertThat(server.port()).isEqualTo(free);
        assertThat(Logins.create(free, password).version()).isEqualTo("18.6");
      } finally {
        assertThat(server.stop(10_000)).isTrue();
      }
    }
  }
}
