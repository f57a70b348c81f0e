package io.github.pgslowlog.fingerprint;

import io.github.pgslowlog.bytes.Slice;
import java.nio.charset.StandardCharsets;

/** Texts as if they had been seen before. */
public final class KnownTexts {
  private KnownTexts() {}

  /** A text that is known, without telling it from others of its pattern. */
  public static KnownStatement known(String sql) {
    Slice text = Slice.of(sql.getBytes(StandardCharsets.UTF_8));
    return new KnownStatement(new Canonicalizer().read(text), sql.contains("/*"));
  }
}
