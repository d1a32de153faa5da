package org.tocsin.standalone.demo;

/** HTML of the demo's pages. Everything that came from outside passes {@link #escape}. */
final class Html {

    private static final String STYLE =
            """
            :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
            body { max-width: 62rem; margin: 0 auto; padding: 1rem; }
            nav a { margin-inline-end: 1rem; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: start; padding: .35rem .6rem; border-bottom: 1px solid #8886; vertical-align: top; }
            td { overflow-wrap: anywhere; }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; }
            iframe { width: 100%; height: 42rem; border: 1px solid #8886; background: #fff; }
            .good { color: #1a7f37; } .bad { color: #cf222e; }
            """;

    private Html() {}

    /** Text as it may stand between tags and inside quoted attributes. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /**
     * A whole page.
     *
     * @param refresh reload every few seconds
     * @param body trusted HTML
     */
    static String page(String title, boolean refresh, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                %s<title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <nav><a href="/">Demo</a><a href="/mail">Mailbox</a><a href="/webhooks">Webhooks</a></nav>
                <h1>%s</h1>
                %s
                </body>
                </html>
                """
                .formatted(
                        refresh ? "<meta http-equiv=\"refresh\" content=\"3\">\n" : "",
                        escape(title),
                        STYLE,
                        escape(title),
                        body);
    }
}
