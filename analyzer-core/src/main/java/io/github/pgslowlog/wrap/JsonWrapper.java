package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.diagnostics.SkipListener;
import io.github.pgslowlog.json.JsonFieldReader;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A platform's JSON object around the text of the server.
 *
 * @param title the name in reports
 * @param paths the members to look at, see {@link JsonFieldReader}
 * @param wears tells by these members whether an object is one of the platform
 * @param peeler makes the lines inside
 */
record JsonWrapper(
    String title,
    List<String> paths,
    Predicate<JsonFieldReader> wears,
    Function<PeelSource, Lines> peeler)
    implements Wrapper {
  @Override
  public boolean matches(byte[] buffer, int from, int to) {
    JsonFieldReader fields = new JsonFieldReader(paths.toArray(String[]::new));
    fields.read(buffer, from, to);
    return wears.test(fields);
  }

  @Override
  public Lines peel(Lines lines, String file, SkipListener skips) {
    return peeler.apply(new PeelSource(lines, file, skips));
  }
}
