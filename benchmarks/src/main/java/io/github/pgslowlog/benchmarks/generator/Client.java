package io.github.pgslowlog.benchmarks.generator;

/** A program that uses the server: who it logs in as, and how its driver sends statements. */
enum Client {
  HIBERNATE("web", "shop", "PostgreSQL JDBC Driver", "10.0.3.", 14),
  RAILS("store", "store", "puma", "10.0.4.", 14),
  DJANGO("admin", "shop", "", "10.0.5.", 10),
  SIDEKIQ("store", "store", "sidekiq 7.1 store [3 of 10 busy]", "10.0.4.", 6),
  PGX("api", "shop", "orders-api", "fd00:10:6::", 10),
  METABASE("report", "warehouse", "Metabase", "10.0.7.", 4),
  PSQL("jürgen", "warehouse", "psql", "10.0.8.", 2);

  final String user;
  final String database;
  final String application;
  final String network;
  final int sessions;

  Client(String user, String database, String application, String network, int sessions) {
    this.user = user;
    this.database = database;
    this.application = application;
    this.network = network;
    this.sessions = sessions;
  }

  boolean isPrepared() {
    return this == HIBERNATE || this == RAILS || this == SIDEKIQ || this == PGX;
  }

  /** The name its driver gives a prepared statement. */
  String statementName(int number, Randomness random) {
    return switch (this) {
      case HIBERNATE -> random.percent(40) ? "<unnamed>" : "S_" + (1 + number % 250);
      case RAILS, SIDEKIQ -> "a" + (1 + number % 1000);
      case PGX ->
          "stmtcache_"
              + new Text(48)
                  .hex(number * 0x9E3779B97F4A7C15L, 16)
                  .hex((number + 7) * 0xBF58476D1CE4E5B9L, 16);
      case DJANGO, METABASE, PSQL -> "<unnamed>";
    };
  }
}
