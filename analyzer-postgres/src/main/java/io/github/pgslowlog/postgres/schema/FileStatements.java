package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.source.Decompression;
import io.github.pgslowlog.source.PathSource;
import io.github.pgslowlog.source.TextEncoding;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The statements of a file, which may be compressed or in UTF-16. */
final class FileStatements implements StatementSource {
  private static final int HEAD_BYTES = 1 << 16;

  private final String name;
  private final InputStream in;
  private final StatementScanner scanner;

  private FileStatements(String name, InputStream in, StatementScanner scanner) {
    this.name = name;
    this.in = in;
    this.scanner = scanner;
  }

  /**
   * Opens a file.
   *
   * @throws AnalyzerException if it cannot be read, or is a dump that is not text
   */
  static FileStatements open(Path file) {
    String name = file.toString();
    try {
      DumpFormat.checkFile(file);
      return open(
          name, new BufferedInputStream(Decompression.open(new PathSource(file)), HEAD_BYTES));
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static FileStatements open(String name, InputStream bytes) throws IOException {
    try {
      String head = head(bytes);
      DumpFormat.checkHead(name, head);
      TextEncoding.Text text = TextEncoding.of(bytes);
      Charset charset = text.encoding().isEmpty() ? DumpEncoding.of(head) : StandardCharsets.UTF_8;
      return new FileStatements(
          name, text.in(), new StatementScanner(new InputStreamReader(text.in(), charset)));
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  private static String head(InputStream bytes) throws IOException {
    bytes.mark(HEAD_BYTES);
    byte[] head = bytes.readNBytes(HEAD_BYTES / 2);
    bytes.reset();
    return new String(head, StandardCharsets.ISO_8859_1);
  }

  private static AnalyzerException unreadable(String name, IOException e) {
    String why =
        e instanceof NoSuchFileException
            ? "there is no such file"
            : e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
    return new AnalyzerException(name + ": cannot be read: " + why, e);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public @Nullable SourceStatement next() {
    try {
      return scanner.next();
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
