/**
 * The library: logs in, an {@link io.github.pgslowlog.Analysis} out, by {@link
 * io.github.pgslowlog.LogAnalyzer}. Exported is what its signatures reach.
 */
@SuppressWarnings("requires-automatic")
module io.github.pgslowlog.core {
  requires static transitive org.jspecify;
  requires java.management;
  requires com.github.luben.zstd_jni;
  requires net.sf.jsqlparser;
  requires org.antlr.antlr4.runtime;
  requires org.apache.commons.compress;
  requires org.apache.commons.io;
  requires org.lz4.java;
  requires org.slf4j;
  requires org.tukaani.xz;

  exports io.github.pgslowlog;
  exports io.github.pgslowlog.advice;
  exports io.github.pgslowlog.bytes;
  exports io.github.pgslowlog.candidate;
  exports io.github.pgslowlog.catalog;
  exports io.github.pgslowlog.decode;
  exports io.github.pgslowlog.diagnostics;
  exports io.github.pgslowlog.filter;
  exports io.github.pgslowlog.fingerprint;
  exports io.github.pgslowlog.language;
  exports io.github.pgslowlog.resolve;
  exports io.github.pgslowlog.sample;
  exports io.github.pgslowlog.select;
  exports io.github.pgslowlog.source;
  exports io.github.pgslowlog.statement;
  exports io.github.pgslowlog.workload;
}
