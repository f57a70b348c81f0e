package io.github.pgslowlog.postgres.schema;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The encoding that a dump says it has: {@code SET client_encoding = 'LATIN1';}.
 *
 * <p>Source: <a href="https://www.postgresql.org/docs/current/multibyte.html">Character Set
 * Support</a>.
 */
final class DumpEncoding {
  private static final Pattern SET =
      Pattern.compile("(?im)^SET client_encoding = '([A-Za-z0-9_-]+)';");

  private static final Map<String, String> CHARSETS =
      Map.ofEntries(
          Map.entry("latin1", "ISO-8859-1"),
          Map.entry("latin2", "ISO-8859-2"),
          Map.entry("latin3", "ISO-8859-3"),
          Map.entry("latin4", "ISO-8859-4"),
          Map.entry("latin5", "ISO-8859-9"),
          Map.entry("latin7", "ISO-8859-13"),
          Map.entry("latin9", "ISO-8859-15"),
          Map.entry("iso_8859_5", "ISO-8859-5"),
          Map.entry("iso_8859_6", "ISO-8859-6"),
          Map.entry("iso_8859_7", "ISO-8859-7"),
          Map.entry("iso_8859_8", "ISO-8859-8"),
          Map.entry("euc_jp", "EUC-JP"),
          Map.entry("euc_kr", "EUC-KR"),
          Map.entry("euc_cn", "GB2312"),
          Map.entry("euc_tw", "x-EUC-TW"),
          Map.entry("sjis", "Shift_JIS"),
          Map.entry("big5", "Big5"),
          Map.entry("gbk", "GBK"),
          Map.entry("gb18030", "GB18030"),
          Map.entry("uhc", "x-windows-949"),
          Map.entry("koi8r", "KOI8-R"),
          Map.entry("koi8u", "KOI8-U"),
          Map.entry("win866", "IBM866"),
          Map.entry("win874", "x-windows-874"));

  private static final Pattern WINDOWS = Pattern.compile("win125[0-8]");

  private DumpEncoding() {}

  /** The encoding of a dump that begins so; UTF-8 if it does not say. */
  static Charset of(String head) {
    Matcher set = SET.matcher(head);
    return set.find() ? charset(set.group(1).toLowerCase(Locale.ROOT)) : StandardCharsets.UTF_8;
  }

  private static Charset charset(String encoding) {
    String name =
        WINDOWS.matcher(encoding).matches()
            ? "windows-" + encoding.substring(3)
            : CHARSETS.getOrDefault(encoding, "UTF-8");
    return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
  }
}
