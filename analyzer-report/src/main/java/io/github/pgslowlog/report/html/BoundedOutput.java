package io.github.pgslowlog.report.html;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import org.jspecify.annotations.Nullable;

/** Escapes what the log holds, and shortens what is too long for the page. */
final class BoundedOutput extends OwaspHtmlTemplateOutput {
  private final PageRoom room;

  BoundedOutput(TemplateOutput out, PageRoom room) {
    super(out);
    this.room = room;
  }

  @Override
  public void writeUserContent(@Nullable String text) {
    if (text != null) {
      super.writeUserContent(room.take(text));
    }
  }
}
