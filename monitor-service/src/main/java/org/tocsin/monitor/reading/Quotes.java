package org.tocsin.monitor.reading;

import org.tocsin.monitor.detect.Detection;
import org.tocsin.monitor.text.Tokens;

/** Cuts the words between two tokens out of the report. */
final class Quotes {

    private final Report report;
    private final Tokens tokens;

    Quotes(Report report, Tokens tokens) {
        this.report = report;
        this.tokens = tokens;
    }

    /** The words from the first to the last token; of the first token's field, should they lie in both. */
    Evidence evidence(int firstToken, int lastToken) {
        boolean inTitle = tokens.inTitle(firstToken);
        String field = inTitle ? report.title() : report.text();
        int last = inTitle ? Math.min(lastToken, tokens.textStart() - 1) : lastToken;
        int start = tokens.start(firstToken);
        int end = tokens.end(last);
        return new Evidence(inTitle ? "title" : "text", field.substring(start, end), start, end);
    }

    /** Whether what was detected is announced rather than done. */
    boolean planned(Detection detection) {
        return detection.planned(tokens);
    }
}
