package io.github.pgslowlog.source;

import static io.github.pgslowlog.source.Packed.bytes;
import static io.github.pgslowlog.source.Packed.join;
import static io.github.pgslowlog.source.Packed.pack;
import static io.github.pgslowlog.source.Packed.tar;
import static io.github.pgslowlog.source.Packed.zip;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.source.Packed.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchivesTest {
  private static final int LAYERS_AND_ONE = 5;

  @TempDir Path folder;

  private final List<Problem> problems = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(names = {"NONE", "GZIP", "BZIP2", "XZ", "ZSTD", "LZ4"})
  void tarStandsForItsMembers(Compression compression) throws IOException {
    byte[] archive = pack(compression, tar(members("log/b.log", "b", "log/a.log", "a")));

    assertThat(fromFile(archive)).containsExactly("x!log/b.log=b", "x!log/a.log=a");
    assertThat(fromStream(archive)).containsExactly("-!log/b.log=b", "-!log/a.log=a");
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"NONE", "GZIP", "ZSTD"})
  void zipStandsForItsMembers(Compression compression) throws IOException {
    byte[] archive = pack(compression, zip(members("log/b.log", "b", "log/a.log", "a")));

    assertThat(fromFile(archive)).containsExactly("x!log/b.log=b", "x!log/a.log=a");
    assertThat(fromStream(archive)).containsExactly("-!log/b.log=b", "-!log/a.log=a");
    assertThat(problems).isEmpty();
  }

  @Test
  void membersMayBeCompressedOrArchivesThemselves() throws IOException {
    Map<String, byte[]> inner = members("1.log", "one", "2.log", "two");
    Map<String, byte[]> outer = new LinkedHashMap<>();
    outer.put("a.gz", pack(Compression.GZIP, "a"));
    outer.put("t.tar.gz", pack(Compression.GZIP, tar(inner)));
    outer.put("z.zip", zip(inner));
    outer.put("b.xz", pack(Compression.XZ, "b"));
    List<String> expected =
        List.of(
            "!a.gz=a",
            "!t.tar.gz!1.log=one",
            "!t.tar.gz!2.log=two",
            "!z.zip!1.log=one",
            "!z.zip!2.log=two",
            "!b.xz=b");

    for (byte[] archive : List.of(tar(outer), zip(outer), pack(Compression.BZIP2, tar(outer)))) {
      assertThat(fromFile(archive)).containsExactlyElementsOf(with("x", expected));
      assertThat(fromStream(archive)).containsExactlyElementsOf(with("-", expected));
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void onlyFilesWithANameAreLogs() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(packed)) {
      put(tar, new TarArchiveEntry("log/"), "");
      put(tar, new TarArchiveEntry("link", TarConstants.LF_SYMLINK), "");
      put(tar, new TarArchiveEntry("hard", TarConstants.LF_LINK), "");
      put(tar, new TarArchiveEntry("pipe", TarConstants.LF_FIFO), "");
      put(tar, new TarArchiveEntry("../../etc/passwd", true), "hostile");
      put(tar, new TarArchiveEntry("/absolute", true), "too");
    }

    assertThat(fromFile(packed.toByteArray()))
        .containsExactly("x!../../etc/passwd=hostile", "x!/absolute=too");
    assertThat(fromFile(zip(members("log/", "", "../up.log", "hostile"))))
        .containsExactly("x!../up.log=hostile");
  }

  @Test
  void longNamesOfTarAreRead() throws IOException {
    String name = "deep/".repeat(60) + "postgresql.log";
    ByteArrayOutputStream pax = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(pax)) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      put(tar, new TarArchiveEntry(name, true), "pax");
      put(tar, new TarArchiveEntry("short", true), "next");
    }

    assertThat(fromFile(tar(members(name, "gnu")))).containsExactly("x!" + name + "=gnu");
    assertThat(fromFile(pax.toByteArray())).containsExactly("x!" + name + "=pax", "x!short=next");
  }

  @Test
  void tarWithoutAMagicIsKnownByItsChecksum() throws IOException {
    byte[] archive = tar(members("a.log", "a"));
    int sum = 0;
    for (int i = 257; i < 265; i++) {
      sum += archive[i];
      archive[i] = 0;
    }
    String checksum = new String(archive, 148, 6, US_ASCII);
    byte[] lower = bytes("%06o".formatted(Integer.parseInt(checksum.trim(), 8) - sum));
    System.arraycopy(lower, 0, archive, 148, 6);

    assertThat(fromFile(archive)).containsExactly("x!a.log=a");
  }

  @Test
  void tarCutAnywhereGivesTheMembersBeforeTheCut() throws IOException {
    byte[] archive = tar(members("a.log", "first", "b.log", "second"));
    int secondContent = 3 * TarHeader.BYTES;

    for (int cut = TarHeader.BYTES; cut < secondContent + 6; cut += 13) {
      problems.clear();
      List<String> read = fromFile(Arrays.copyOf(archive, cut));

      if (cut >= TarHeader.BYTES + 5) {
        assertThat(read).as("cut at %d", cut).first().isEqualTo("x!a.log=first");
      }
      if (cut % TarHeader.BYTES > 5 || cut > secondContent) {
        assertThat(problems.size() + damages(read)).as("cut at %d", cut).isBetween(0, 2);
      }
    }
    problems.clear();
    assertThat(fromStream(Arrays.copyOf(archive, secondContent + 3)))
        .containsExactly(
            "-!a.log=first",
            "-!b.log=sec (tar stream damaged at byte 1539: it ends in the middle of a member)");
    assertThat(problems)
        .containsExactly(
            Problem.damage(
                "-: tar stream damaged at byte 1539: it ends in the middle of a member; members"
                    + " behind it are not read"));
  }

  @Test
  void headerThatIsNotValidIsDamageBehindTheMembersBeforeIt() throws IOException {
    byte[] archive = tar(members("a.log", "first", "b.log", "second"));
    archive[2 * TarHeader.BYTES] ^= 1;

    assertThat(fromFile(archive)).containsExactly("x!a.log=first");
    assertThat(problems)
        .containsExactly(
            Problem.damage(
                "x: tar stream damaged at byte 1536: a header is not valid; members behind it are"
                    + " not read"));
  }

  @Test
  void zipCutAnywhereGivesTheMembersBeforeTheCut() throws IOException {
    byte[] archive = zip(members("a.log", "first", "b.log", "second"));
    int directory = indexOf(archive, new byte[] {'P', 'K', 1, 2});
    int second = indexOf(archive, bytes("b.log")) - 30;

    for (int cut = second; cut < directory; cut++) {
      problems.clear();
      List<String> read = fromFile(Arrays.copyOf(archive, cut));

      assertThat(read).as("cut at %d", cut).first().isEqualTo("x!a.log=first");
      assertThat(problems.size() + damages(read)).as("cut at %d", cut).isPositive();
    }
  }

  @Test
  void wrongChecksumOfAZipMemberIsDamage() throws IOException {
    byte[] archive = zip(members("a.log", "first"));
    int directory = indexOf(archive, new byte[] {'P', 'K', 1, 2});
    archive[directory + 16] ^= 1;

    assertThat(fromFile(archive))
        .singleElement()
        .asString()
        .startsWith("x!a.log=first (zip stream damaged at byte ")
        .endsWith(": the checksum of a member does not match)");
  }

  @Test
  void flippedBitsNeverFailOtherwise() throws IOException {
    Random random = new Random(11);
    List<byte[]> archives =
        List.of(
            tar(members("a.log", "first", "b.log", "second")),
            zip(members("a.log", "first", "b.log", "second")));
    int damaged = 0;
    for (int round = 0; round < 400; round++) {
      byte[] archive = archives.get(round % 2).clone();
      archive[random.nextInt(archive.length)] ^= (byte) (1 << random.nextInt(8));
      problems.clear();

      damaged += damages(fromFile(archive)) + problems.size();
      damaged += damages(fromStream(archive)) + problems.size();
    }
    assertThat(damaged).isPositive();
  }

  @Test
  void emptyArchiveIsAProblem() throws IOException {
    assertThat(fromFile(zip(Map.of()))).isEmpty();

    assertThat(problems).containsExactly(Problem.damage("x: the archive holds no files"));
  }

  @Test
  void tooManyLayersAreNamed() throws IOException {
    byte[] packed = bytes("log");
    for (int i = 0; i < LAYERS_AND_ONE; i++) {
      packed = pack(Compression.GZIP, packed);
    }
    String message = " (it is packed more than 4 times; unpack it, and give what is in it)";

    assertThat(fromFile(packed)).containsExactly("x=" + message);
    assertThat(fromStream(packed)).containsExactly("-=" + message);
    assertThat(fromFile(zip(Map.of("a", packed)))).containsExactly("x!a=" + message);
  }

  @Test
  void membersInOrderCostOnePass() throws IOException {
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < 50; i++) {
      many.put(i + ".log", bytes("log " + i));
    }
    AtomicInteger opened = new AtomicInteger();
    byte[] archive = pack(Compression.GZIP, tar(many));
    LogSource counted =
        new MemberSource(
            "x",
            0,
            true,
            () -> {
              opened.incrementAndGet();
              return new ByteArrayInputStream(archive);
            });
    List<LogSource> members = Archives.expand(counted, problems::add);
    opened.set(0);

    members.forEach(member -> assertThat(Packed.read(member).text()).startsWith("log "));
    assertThat(opened).hasValue(1);

    assertThat(Packed.read(members.get(7))).isEqualTo(new Outcome("log 7", null));
    assertThat(Packed.read(members.get(3))).isEqualTo(new Outcome("log 3", null));
    assertThat(opened).hasValue(3);
  }

  @Test
  void membersCanBeOpenAtTheSameTime() throws IOException {
    List<LogSource> members =
        expand(pack(Compression.GZIP, tar(members("a", "first", "b", "second"))));

    try (InputStream a = members.get(0).open();
        InputStream b = members.get(1).open()) {
      assertThat(b.read()).isEqualTo('s');
      assertThat(a.readAllBytes()).isEqualTo(bytes("first"));
      assertThat(b.readAllBytes()).isEqualTo(bytes("econd"));
    }
  }

  @Test
  void archivesWrittenOneBehindTheOtherAreReadOn() throws IOException {
    byte[] both = join(tar(members("a", "first")), tar(members("b", "second")));

    assertThat(fromFile(both)).containsExactly("x!a=first", "x!b=second");
  }

  @Test
  void longNameOfAHostileTarIsNotKept() throws IOException {
    byte[] archive = tar(members("n".repeat(70_000), "x"));

    assertThat(fromFile(archive)).isEmpty();
    assertThat(problems)
        .first()
        .isEqualTo(
            Problem.damage(
                "x: tar stream damaged at byte 512: the header of a member has more than 65536"
                    + " bytes; members behind it are not read"));
  }

  private List<LogSource> expand(byte[] archive) throws IOException {
    Path file = Files.write(folder.resolve("x"), archive);
    return Archives.expand(new PathSource("x", file), problems::add);
  }

  private List<String> fromFile(byte[] archive) throws IOException {
    return expand(archive).stream().map(ArchivesTest::read).toList();
  }

  private List<String> fromStream(byte[] archive) {
    List<String> read = new ArrayList<>();
    LogSource stream = new StreamSource("-", new ByteArrayInputStream(archive));
    Archives.visit(stream, log -> read.add(read(log)), problems::add);
    return read;
  }

  private static String read(LogSource log) {
    Outcome outcome = Packed.read(log);
    IOException failure = outcome.failure();
    String damage = failure == null ? "" : " (" + failure.getMessage() + ")";
    return log.name() + "=" + outcome.text() + damage;
  }

  private static int damages(List<String> read) {
    return (int) read.stream().filter(log -> log.endsWith(")")).count();
  }

  private static List<String> with(String archive, List<String> members) {
    return members.stream().map(member -> archive + member).toList();
  }

  private static Map<String, byte[]> members(String... namesAndTexts) {
    Map<String, byte[]> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      members.put(namesAndTexts[i], bytes(namesAndTexts[i + 1]));
    }
    return members;
  }

  private static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, String text)
      throws IOException {
    entry.setSize(text.length());
    tar.putArchiveEntry(entry);
    tar.write(bytes(text));
    tar.closeArchiveEntry();
  }

  private static int indexOf(byte[] bytes, byte[] word) {
    int at = 0;
    while (!Arrays.equals(bytes, at, at + word.length, word, 0, word.length)) {
      at++;
    }
    return at;
  }
}
