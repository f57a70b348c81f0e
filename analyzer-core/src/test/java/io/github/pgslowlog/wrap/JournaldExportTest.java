package io.github.pgslowlog.wrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.Lines;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournaldExportTest {
  private static final Wrapper EXPORT = new JournaldExport(Peeled.OPTIONS);
  private static final String SERVER =
      "__CURSOR=s=1;i=2\n__REALTIME_TIMESTAMP=1795219824649451\nSYSLOG_IDENTIFIER=postgres\n";

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  private JournaldExportTest text(String text) {
    log.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  private JournaldExportTest binary(String key, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    text(key + "\n");
    log.writeBytes(
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(bytes.length).array());
    log.writeBytes(bytes);
    return text("\n");
  }

  private Peeled peeled() {
    return Peeled.of(EXPORT, log.toByteArray());
  }

  @Test
  void messagesOfTheServerAreShown() {
    text(SERVER + "_PID=42\nMESSAGE=LOG:  a = 1 #011\n\n");
    text("__CURSOR=x\nSYSLOG_IDENTIFIER=sshd\nMESSAGE=Accepted\n\n");
    text("__CURSOR=y\nSYSLOG_IDENTIFIER=sh\n_SYSTEMD_UNIT=postgresql@15-main.service\n");
    text("MESSAGE=LOG:  b");

    Peeled peeled = peeled();

    assertThat(peeled.texts()).containsExactly("LINE LOG:  a = 1 #011", "LINE LOG:  b");
    assertThat(peeled.lines().get(0).micros()).isEqualTo(1_795_219_824_649_451L);
    assertThat(peeled.lines().get(0).process()).isEqualTo(Lines.NO_PROCESS);
    assertThat(peeled.lines()).extracting(Peeled.Line::number).containsExactly(1L, 11L);
    assertThat(peeled.skips()).hasSize(1).noneMatch(skip -> skip.reason().isDamage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"LOG:  SELECT\n\t\u001b1", "LOG:  ab", "\n", "", "a\n", "LOG:  1\n\n\n\t\n"})
  void binaryMessageHasItsLengthBeforeIt(String message) {
    text(SERVER).binary("MESSAGE", message).text("SYSLOG_PID=7\n\n");
    text(SERVER).text("MESSAGE=LOG:  next\n\n");

    Peeled peeled = peeled();

    assertThat(peeled.lines().get(0).text()).isEqualTo(message.lines().findFirst().orElse(""));
    assertThat(peeled.lines().get(0).process()).isEqualTo(7);
    assertThat(peeled.texts()).endsWith("LINE LOG:  next");
    assertThat(peeled.skips()).isEmpty();
  }

  @Test
  void linesOfAMessageBehindItsFirstGoOnWithIt() {
    text(SERVER).binary("MESSAGE", "[7] LOG:  SELECT\n\t1\n\t2").text("\n");

    assertThat(peeled().texts())
        .containsExactly("LINE LOG:  SELECT", "CONTINUED \t1", "CONTINUED \t2");
  }

  @Test
  void lengthMayHoldALineFeed() {
    String tenBytes = "LOG:  abcd";
    String more = "LOG:  " + "x".repeat(0x0A0A - 6);
    text(SERVER).binary("MESSAGE", tenBytes).text("\n");
    text(SERVER).binary("MESSAGE", more).binary("OTHER", "\n\nMESSAGE=no\n\n").text("\n");

    assertThat(peeled().texts()).containsExactly("LINE " + tenBytes, "LINE " + more);
  }

  @Test
  void damageEndsAtTheNextEmptyLine() {
    text(SERVER + "MESSAGE\n\u0003\0\0\0\0\0\0\0abcdef\nX=1\n\n");
    text(SERVER + "MESSAGE=LOG:  a\n\n");
    text(SERVER + "MESSAGE\n\u0007");

    Peeled peeled = peeled();

    assertThat(peeled.texts()).containsExactly("LINE LOG:  a");
    assertThat(peeled.skipTexts()).hasSize(2).allMatch(skip -> skip.endsWith(": torn record"));
  }

  @Test
  void hugeLengthIsDamageAndTheNextEntryIsRead() {
    text(SERVER + "MESSAGE\n\u00ff");
    byte[] bytes = log.toByteArray();
    Arrays.fill(bytes, bytes.length - 2, bytes.length, (byte) 0x7f);
    log.reset();
    log.writeBytes(bytes);
    text("\u007f\u007f\u007f\u007f\u007f\u007f" + "x\n".repeat(50_000));
    text("\n" + SERVER + "MESSAGE=LOG:  a\n\n");

    assertThat(peeled().skipTexts()).hasSize(1);
    assertThat(peeled().texts()).containsExactly("LINE LOG:  a");
  }

  @Test
  void messageOverTheBoundIsCut() {
    text(SERVER).binary("MESSAGE", "LOG:  " + "x\n".repeat(Peeled.MAX_LINE_BYTES)).text("\n");

    assertThat(peeled().lines().get(0).cut()).isTrue();
  }
}
