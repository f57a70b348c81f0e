package io.github.pgslowlog.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * A style sheet or script that stands in the page.
 *
 * @param text all of it, between the tags
 */
record Asset(String text) {
  static Asset style(String name) {
    return new Asset(read(name));
  }

  /** One script of several files, whose names are nobody else's. */
  static Asset script(String... names) {
    StringBuilder script = new StringBuilder("(() => {\n'use strict';\n");
    for (String name : names) {
      script.append(read(name));
    }
    return new Asset(script.append("})();\n").toString());
  }

  private static String read(String name) {
    try (InputStream in = Objects.requireNonNull(Asset.class.getResourceAsStream(name), name)) {
      // The browser hashes what stands in the page, where a carriage return would be dropped.
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException failure) {
      throw new UncheckedIOException(name, failure);
    }
  }

  /** A source of a Content-Security-Policy that allows this text and no other. */
  String source() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
