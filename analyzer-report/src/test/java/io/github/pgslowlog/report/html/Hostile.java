package io.github.pgslowlog.report.html;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.LogAnalyzer;
import io.github.pgslowlog.source.StreamSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Texts that try to become markup, script or style, in every field that a client of the server can
 * set. One that succeeds sets {@code window.hacked}.
 */
final class Hostile {
  static final List<String> PAYLOADS =
      List.of(
          "<script>window.hacked=1</script>",
          "</script><script>window.hacked=1</script>",
          "</SCRIPT ><script>window.hacked=1</script>",
          "<!--<script>window.hacked=1",
          "--><script>window.hacked=1</script><!--",
          "<![CDATA[<script>window.hacked=1</script>]]>",
          "<img src=x onerror=window.hacked=1>",
          "<img src='http://127.0.0.1:9/x.png'>",
          "<svg onload=window.hacked=1>",
          "<svg><script>window.hacked=1</script></svg>",
          "<body onload=window.hacked=1>",
          "<iframe src=javascript:window.hacked=1></iframe>",
          "<iframe srcdoc='<script>parent.hacked=1</script>'></iframe>",
          "<a href=\"javascript:window.hacked=1\">x</a>",
          "<style>body{display:none}</style>",
          "</style><script>window.hacked=1</script>",
          "<link rel=stylesheet href=http://127.0.0.1:9/x.css>",
          "<base href=http://127.0.0.1:9/>",
          "<meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'>",
          "<form action=http://127.0.0.1:9/><input type=submit autofocus>",
          "<object data=http://127.0.0.1:9/x></object>",
          "<embed src=http://127.0.0.1:9/x>",
          "<video src=x onerror=window.hacked=1>",
          "<audio src=x onerror=window.hacked=1>",
          "<details open ontoggle=window.hacked=1>",
          "<input onfocus=window.hacked=1 autofocus>",
          "<select onfocus=window.hacked=1 autofocus>",
          "<marquee onstart=window.hacked=1>",
          "<template><script>window.hacked=1</script></template>",
          "</template></noscript><script>window.hacked=1</script>",
          "</noscript><img src=x onerror=window.hacked=1>",
          "</title><script>window.hacked=1</script>",
          "</textarea><script>window.hacked=1</script>",
          "</td></tr></table><script>window.hacked=1</script>",
          "</pre><script>window.hacked=1</script>",
          "\"><script>window.hacked=1</script>",
          "'><script>window.hacked=1</script>",
          "\" onmouseover=\"window.hacked=1",
          "' onfocus='window.hacked=1' autofocus='",
          "` onload=window.hacked=1 `",
          "\";window.hacked=1;//",
          "';window.hacked=1;//",
          "\\\";window.hacked=1;//",
          "\\u003cscript\\u003ewindow.hacked=1\\u003c/script\\u003e",
          "\\x3cscript\\x3ewindow.hacked=1\\x3c/script\\x3e",
          "&lt;script&gt;window.hacked=1&lt;/script&gt;",
          "&#60;script&#62;window.hacked=1&#60;/script&#62;",
          "${window.hacked=1}",
          "$unsafe{window.hacked=1}",
          "{{constructor.constructor('window.hacked=1')()}}",
          "javascript:window.hacked=1",
          "data:text/html,<script>window.hacked=1</script>",
          "]}</script><script>window.hacked=1</script>{\"a\":[",
          "\u2028window.hacked=1\u2029",
          "\u202e>tpircs/<1=dekcah.wodniw>tpircs<",
          "\u0000<script>window.hacked=1</script>",
          "\ufeff<script>window.hacked=1</script>",
          "\uff1cscript\uff1ewindow.hacked=1\uff1c/script\uff1e",
          "__proto__",
          "constructor\u001b[31mtoString\u0007");

  private Hostile() {}

  /** Each payload in a log of its own, as its name, and in all columns of its lines. */
  static Analysis analysis() {
    LogAnalyzer.Builder builder = LogAnalyzer.builder();
    for (int i = 0; i < PAYLOADS.size(); i++) {
      byte[] bytes = log(i).getBytes(StandardCharsets.UTF_8);
      String name = i + PAYLOADS.get(i);
      builder.source(new StreamSource(name, new ByteArrayInputStream(bytes)));
    }
    return builder.build().analyze();
  }

  private static String log(int number) {
    String payload = PAYLOADS.get(number).replace("\u0000", "");
    String identifier = quoted(payload, '"');
    String select =
        "SELECT %s FROM %s WHERE %s = %s ORDER BY 1 /*action='%s',%s='x'*/"
            .formatted(
                identifier,
                identifier,
                quoted("c" + payload, '"'),
                quoted(payload, '\''),
                payload.replace("*/", "").replace("'", ""),
                payload.replaceAll("[^a-zA-Z_]", ""));
    String plan =
        """
        duration: 9.000 ms  plan:
        Query Text: %s
        Seq Scan on %s  (cost=0.00..1.00 rows=1 width=4)
          Filter: (%s = %s)"""
            .formatted(select, identifier, identifier, quoted(payload, '\''));
    return line(number, 1, payload, "LOG", "duration: 9.000 ms  statement: " + select, "")
        + line(number, 2, payload, "LOG", plan, "")
        + line(number, 3, payload, "ERROR", "relation " + identifier + " is not there", select)
        + line(number, 4, payload, "ERROR", "canceling statement due to statement timeout", select)
        + line(number, 5, payload, "LOG", "temporary file: path \"x\", size 100", select);
  }

  /** A line of csvlog of PostgreSQL 15. */
  private static String line(
      int number, int line, String payload, String severity, String message, String query) {
    String time = "2026-11-20 09:%02d:0%d.000 UTC".formatted(number % 60, line);
    String client = quoted(payload, '"');
    String session = "6560a2b7." + Integer.toHexString(1000 + number);
    return String.join(
            ",",
            time,
            client,
            client,
            Integer.toString(1000 + number),
            client,
            session,
            Integer.toString(line),
            "\"SELECT\"",
            "2026-11-20 09:00:00 UTC",
            "3/1",
            "0",
            severity,
            "00000",
            quoted(message, '"'),
            "",
            "",
            "",
            "",
            "",
            query.isEmpty() ? "" : quoted(query, '"'),
            "",
            "",
            client,
            "\"client backend\"",
            "",
            "0")
        + "\n";
  }

  private static String quoted(String text, char quote) {
    return quote + text.replace("" + quote, "" + quote + quote) + quote;
  }
}
