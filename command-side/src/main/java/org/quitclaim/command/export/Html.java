package org.quitclaim.command.export;

import java.util.List;

/** Writes a plain page; whatever is put into it is text. */
final class Html {
    private final StringBuilder page = new StringBuilder();

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    Html open(String language, String title, String style) {
        page.append("<!doctype html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\">".formatted(escape(language)));
        page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        page.append("<title>%s</title><style>%s</style></head><body><main>\n".formatted(escape(title), style));
        return element("h1", title);
    }

    Html heading(String text) {
        return element("h2", text);
    }

    Html part(String text) {
        return element("h3", text);
    }

    Html paragraph(String text) {
        return element("p", text);
    }

    private Html element(String name, String text) {
        page.append("<%s>%s</%s>\n".formatted(name, escape(text), name));
        return this;
    }

    Html table(List<String> head, List<List<String>> rows) {
        page.append("<div class=\"wide\"><table><tr>");
        head.forEach(cell -> page.append("<th scope=\"col\">%s</th>".formatted(escape(cell))));
        page.append("</tr>\n");
        for (List<String> row : rows) {
            page.append("<tr>");
            row.forEach(cell -> page.append("<td>%s</td>".formatted(escape(cell))));
            page.append("</tr>\n");
        }
        page.append("</table></div>\n");
        return this;
    }

    Html image(String file, String alternative) {
        page.append("<img src=\"%s\" alt=\"%s\" loading=\"lazy\">\n".formatted(escape(file), escape(alternative)));
        return this;
    }

    Html code(String text) {
        return element("pre", text);
    }

    Html folded(String summary, String text) {
        page.append("<details><summary>%s</summary><p>%s</p></details>\n".formatted(escape(summary), escape(text)));
        return this;
    }

    String close() {
        return page.append("</main></body></html>\n").toString();
    }
}
