package io.github.pgslowlog.benchmarks.generator;

/** A connection to the server, or one of its background processes. */
final class Session {
  static final byte[] UNKNOWN = Text.utf8("[unknown]");
  private static final byte[] NONE = {};

  final int process;
  final byte[] user;
  final byte[] database;
  final byte[] application;
  final byte[] host;
  final int port;
  final long startMicros;
  final String backendType;
  private int lines;
  private int transaction;

  private Session(
      int process, Client client, String host, int port, long startMicros, String backendType) {
    this.process = process;
    this.user = Text.utf8(client.user);
    this.database = Text.utf8(client.database);
    this.application = Text.utf8(client.application);
    this.host = Text.utf8(host);
    this.port = port;
    this.startMicros = startMicros;
    this.backendType = backendType;
  }

  private Session(int process, long startMicros, String backendType) {
    this.process = process;
    this.user = NONE;
    this.database = NONE;
    this.application = NONE;
    this.host = NONE;
    this.port = 0;
    this.startMicros = startMicros;
    this.backendType = backendType;
  }

  private Session(Session connected) {
    this.process = connected.process;
    this.user = NONE;
    this.database = NONE;
    this.application = NONE;
    this.host = connected.host;
    this.port = connected.port;
    this.startMicros = connected.startMicros;
    this.backendType = "not initialized";
  }

  static Session of(Client client, int process, long startMicros, Randomness random) {
    String host = client.network + random.between(2, 9);
    return new Session(
        process, client, host, random.between(32768, 60999), startMicros, "client backend");
  }

  static Session background(int process, long startMicros, String backendType) {
    return new Session(process, startMicros, backendType);
  }

  /** The same connection before it has told who it is. */
  Session unauthenticated() {
    return new Session(this);
  }

  boolean isBackground() {
    return host.length == 0;
  }

  int nextLine() {
    return ++lines;
  }

  int nextTransaction() {
    return ++transaction;
  }
}
