package io.github.pgslowlog.report.html;

import gg.jte.output.WriterOutput;
import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.report.ReportOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * An analysis as one HTML page: style, script, charts and data are in it, and nothing is loaded
 * from elsewhere. It can be filtered and sorted, and printed; without scripts it still shows what
 * matters. The same analysis gives the same page everywhere.
 *
 * <p>Statements are shown without their values unless the options ask for them. The page is at most
 * about 5 MB: of very many patterns the less costly ones are shortened, which it says, and so are
 * very long names and statements.
 */
public final class HtmlReport {
  private HtmlReport() {}

  /**
   * Writes an analysis.
   *
   * @param analysis the analysis
   * @param options how many patterns show their details without scripts, and whether values are
   *     shown
   * @param out receives the page, to be encoded as UTF-8; stays open
   * @throws IOException when it cannot be written
   */
  public static void write(Analysis analysis, ReportOptions options, Writer out)
      throws IOException {
    CleanWriter clean = new CleanWriter(out);
    try {
      render(new Page(new Ties(analysis, options)), new WriterOutput(clean));
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
    clean.finish();
  }

  /** Templates take null for no interceptor. */
  @SuppressWarnings("NullAway")
  private static void render(Page page, WriterOutput out) {
    JtepageGenerated.render(new BoundedOutput(out, page.room()), null, page);
  }
}
