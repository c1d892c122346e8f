package nl.standaardencatalogus.server.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.rendering.FileRenderer;
import java.util.HashMap;
import java.util.Map;

/** The templates, compiled with the program, as Javalin's renderer. */
final class Templates implements FileRenderer {
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, null, "nl.standaardencatalogus.server.jte");

  @Override
  public String render(String template, Map<String, ? extends Object> model, Context context) {
    StringOutput out = new StringOutput(64 * 1024);
    engine.render(template, new HashMap<>(model), out);
    return out.toString();
  }
}
