package io.github.pgslowlog.prefix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.language.Languages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a server with some prefix wrote is read back without being told the prefix. */
class PrefixRoundTripTest {
  private static final Set<PrefixEscape> CHECKED =
      Set.of(
          PrefixEscape.USER,
          PrefixEscape.DATABASE,
          PrefixEscape.APPLICATION,
          PrefixEscape.PROCESS,
          PrefixEscape.TIME,
          PrefixEscape.TIME_MILLISECONDS,
          PrefixEscape.TIME_EPOCH,
          PrefixEscape.SESSION);

  static Stream<String> prefixes() {
    return """
        %n|%-12u|%20d|%-8p|%c|%l|%s|%v|%x|%e|%-10i|%a|%30r|%-15h|%b|%P|%Q|100%%|
        %t [%p] user=%u,db=%d,app=%a,client=%h$
        %t [%p]: [%l-1]$
        %t:%p:%a:[%i]$
        %m pid=%p database=%d user=%u rhost=%h tid=%v sessionid=%c$
        %t [%p]: [%l-1] %u %d %a %h$
        %m [%p] %q%u@%d client=%h app=%a tx=%x$
        %m [%p] %b %u@%d$
        %t [%p]: user=%u db=%d app=%a client=%h$
        %m [%r] [%p]: [%l-1] user=%u,db=%d,host=%h$
        %m [%p] %q%u@%d %r %a$
        %n %r [%p] %a %u %d %c %x$
        %a %u %d %r %h %m %i %e
        %t:%r:%u@%d:[%p]:%c:%e:%v:%x$
        %m|%u|%d|%r|%p|%l|%e|%s|%v|%x|%c|%i|%P|%a|%Q|
        [H2H Master] %t %u %d [%a] [%p] %h ~~
        [pg %p]$
        [%t] %u %d %p [%l]$
        [%m] – %p %q- %u@%h:%d – %a$
        [%t] [%p] %q%u@%d$
        < %m %u %d %c: >
        < %m %u %d %p %r %a >
        <%t %r %a %u %d %p %c %i>
        <%t [%x-%v] %r %a %u %d %p %c %i>
        <%t %u %d>
        < %m >
        %m [%p] %u %d %h (transaction ID %x)
        %p-%s-%c-%l-%h-%u-%d-%m$
        %m %r %u %a [%c] [%p]$
        %t (%n) [%p-%l] %q{%a} %u@%d:%r$
        %t [%p] %e: db=%d,user=%u,app=%a,client=%h$
        %m [%p] [user=%u,db=%d,app=%a]$
        %m [%p][%b][%v][%x] %q[user=%u,db=%d,app=%a] [%h]$
        %m [%p]: [%l-1] db=%d,user=%u$
        [%p]: [%l-1] db=%d,user=%u$
        pid=%p,user=%u,db=%d,app=%a,client=%h$
        user=%u,db=%d,app=%a,client=%h$
        [%p] user=%u,db=%d,app=%a,client=%h$
        user=%u,db=%d,app=%a
        %h %m [%p] %q%u@%d$
        %t-%c-
        %t-%c-%u-%d-
        %m:%r:%u@%d:[%p]:%l:%e:%s:%v:%x:%c:%q%a:
        %m:%r:%u@%d:[%p]:%l:%e:%s:%v:%x:%c:%q%a
        %h:%u@%d:%p:%m$
        %m;%p;%u;%d;%a;%r;
        %m,%p,%c,%u,%d,%h,
        t="%m" pid="%p" user="%u" db="%d"$
        %m [%p] u=%u d=%d a=%a h=%h$
        %m [%5p] %-16u %-16d$
        %m %8p %q%u/%d$
        %m [%p] (%u) (%d) (%a)$
        %s %t %p$
        %t %s %c$
        %m [%p] %Q %u@%d$
        %m [%p] %l %x %q%u %d$
        %c %l %m %u@%d/%a$
        pg-main %m [%p] %u@%d$
        %m [%p] [%c] %q[%a] %u@%d$
        %m pid: %p user: %u db: %d app: %a;$
        %q%u@%d %p %m$
        %t [%p]: [%l-1] user=%u,db=%d - PG-%e$
        %t [%p]: [%l-1] [trx_id=%x] user=%u,db=%d$
        time=%m pid=%p line=%l sid=%c user=%u db=%d app="%a" remote=%r$
        %m [%p] %q[%u@%d] [%r]$
        %e %m %p %u@%d$
        """
        .lines()
        .map(line -> line.endsWith("$") ? line.substring(0, line.length() - 1) + " " : line);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("prefixes")
  void fieldsOfEveryLineReadBack(String format) {
    LogLinePrefix prefix = LogLinePrefix.parse(format);
    for (String zone : List.of("UTC", "-03", "+0545")) {
      List<PrefixExpander.Line> log = new PrefixExpander(42, zone).log(prefix, 150);

      List<LogLinePrefix> detected =
          PrefixDetector.detectAll(
              log.stream().map(line -> Slice.of(line.line().getBytes(UTF_8))).toList(),
              Languages.english());

      assertThat(detected).as("log of %s", prefix).isNotEmpty();
      for (PrefixExpander.Line line : log) {
        assertThat(read(detected, line.line()))
            .as("'%s' with %s", line.line(), detected)
            .isEqualTo(checked(line.values()));
      }
    }
  }

  private static Map<PrefixEscape, String> checked(Map<PrefixEscape, String> values) {
    Map<PrefixEscape, String> checked = new EnumMap<>(PrefixEscape.class);
    values.forEach(
        (escape, value) -> {
          if (CHECKED.contains(escape)) {
            checked.put(escape, value);
          }
        });
    return checked;
  }

  private static Map<PrefixEscape, String> read(List<LogLinePrefix> prefixes, String line) {
    byte[] bytes = line.getBytes(UTF_8);
    for (LogLinePrefix prefix : prefixes) {
      LineHead head = new LineHead(prefix.matcher());
      if (head.find(bytes, 0, bytes.length)) {
        Map<PrefixEscape, String> values = new EnumMap<>(PrefixEscape.class);
        for (PrefixEscape escape : CHECKED) {
          if (head.fields().has(escape)) {
            int from = head.fields().from(escape);
            values.put(escape, new String(bytes, from, head.fields().to(escape) - from, UTF_8));
          }
        }
        return values;
      }
    }
    return Map.of();
  }
}
