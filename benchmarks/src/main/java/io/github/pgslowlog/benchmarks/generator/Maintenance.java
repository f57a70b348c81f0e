package io.github.pgslowlog.benchmarks.generator;

import java.io.IOException;

/** What the background processes tell: checkpoints and automatic vacuum. */
final class Maintenance {
  private final Server server;
  private final Randomness random;

  Maintenance(Server server) {
    this.server = server;
    this.random = server.random;
  }

  void log() throws IOException {
    if (random.percent(30)) {
      checkpoint();
      return;
    }
    Session worker = server.sessions.vacuumWorker(server.clock.micros(), random);
    String table = random.of("orders", "order_items", "carts", "sessions", "events", "jobs");
    vacuum(worker, table);
    analyze(worker, table);
  }

  private void checkpoint() throws IOException {
    Event event = server.message(server.sessions.checkpointer, "");
    event.message.append("checkpoint starting: ").append(random.of("time", "wal"));
    server.log();
    event = server.message(server.sessions.checkpointer, "");
    int buffers = random.between(100, 16_000);
    event.message.append("checkpoint complete: wrote ").append(buffers).append(" buffers (");
    event.message.append(buffers * 100L / 16_384).append('.').append(random.below(10));
    event.message.append("%); 0 WAL file(s) added, 0 removed, ").append(random.below(30));
    event.message.append(" recycled; write=").thousandths(random.between(1_000, 269_000));
    event.message.append(" s, sync=").thousandths(random.below(900)).append(" s, total=");
    event.message.thousandths(random.between(269_000, 270_000)).append(" s; sync files=");
    event.message.append(random.below(90)).append(", longest=0.004 s, average=0.001 s; distance=");
    event.message.append(random.below(500_000)).append(" kB, estimate=");
    event.message.append(random.below(500_000)).append(" kB; lsn=2F/").append("A41B9D28");
    event.message.append(", redo lsn=2F/").append("9D1C07E0");
    server.log();
  }

  private void vacuum(Session worker, String table) throws IOException {
    Text message = server.message(worker, "").message;
    int pages = random.between(10, 200_000);
    message.append("automatic vacuum of table \"shop.public.").append(table);
    message.append("\": index scans: 1\npages: 0 removed, ").append(pages).append(" remain, ");
    message.append(pages / 3).append(" scanned (33.33% of total)\ntuples: ");
    message.append(random.below(90_000)).append(" removed, ").append(pages * 40L);
    message.append(" remain, ").append(random.below(100)).append(" are dead but not yet removable");
    message.append("\nremovable cutoff: ").append(random.below(1 << 30));
    message.append(", which was 12 XIDs old when operation ended\nindex scan needed: ");
    message.append(pages / 9).append(" pages from table (11.11% of total) had ");
    message.append(random.below(9_000)).append(" dead item identifiers removed\nindex \"");
    message.append(table).append("_pkey\": pages: ").append(pages / 20);
    message.append(" in total, 0 newly deleted, 0 currently deleted, 0 reusable\n");
    message.append("I/O timings: read: 12.345 ms, write: 0.000 ms\n");
    message.append("avg read rate: 11.273 MB/s, avg write rate: 9.001 MB/s\nbuffer usage: ");
    message.append(pages).append(" hits, ").append(pages / 2).append(" misses, 812 dirtied\n");
    message.append("WAL usage: 2051 records, 733 full page images, 4120387 bytes\n");
    usage(message);
    server.log();
  }

  private void analyze(Session worker, String table) throws IOException {
    Text message = server.message(worker, "").message;
    message.append("automatic analyze of table \"shop.public.").append(table);
    message.append("\"\navg read rate: 30.041 MB/s, avg write rate: 0.217 MB/s\n");
    message.append("buffer usage: 2210 hits, 28714 misses, 207 dirtied\n");
    usage(message);
    server.log();
  }

  private void usage(Text message) {
    message.append("system usage: CPU: user: 0.").digits(random.below(100), 2);
    message.append(" s, system: 0.").digits(random.below(100), 2).append(" s, elapsed: ");
    message.append(random.below(60)).append('.').digits(random.below(100), 2).append(" s");
  }
}
