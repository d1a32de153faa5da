package org.tocsin.monitor.content;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Reads HTML as text: scripts and styles dropped, one line per block, entities resolved. */
public final class HtmlText {

    private static final String NOT_READ =
            "script,style,noscript,template,iframe,object,embed,svg,math,head,form,select,[hidden]";

    private HtmlText() {}

    /** The text of a fragment or a page, however broken. */
    public static String of(String html) {
        Document page = Jsoup.parseBodyFragment(html);
        page.select(NOT_READ).remove();
        Lines lines = new Lines();
        page.body().traverse(lines);
        return PlainText.clean(lines.text());
    }

    /** The text of something short, such as a title, in one line. */
    public static String line(String html) {
        boolean markup = html.indexOf('<') >= 0 || html.indexOf('&') >= 0;
        return PlainText.line(markup ? Jsoup.parseBodyFragment(html).body().text() : html);
    }

    /** Collects text; a block begins a new line, blanks and line ends of the source count as one blank. */
    private static final class Lines implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();
        private boolean blankDue;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                append(words.getWholeText());
            } else if (node instanceof Element element && breaks(element)) {
                newLine();
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && breaks(element)) {
                newLine();
            }
        }

        private static boolean breaks(Element element) {
            return element.isBlock() || element.nameIs("br") || element.nameIs("li") || element.nameIs("td");
        }

        private void append(String words) {
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\u00A0') {
                    blankDue = !text.isEmpty() && text.charAt(text.length() - 1) != '\n';
                } else {
                    if (blankDue) {
                        text.append(' ');
                        blankDue = false;
                    }
                    text.append(c);
                }
            }
        }

        private void newLine() {
            blankDue = false;
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }

        String text() {
            return text.toString().strip();
        }
    }
}
