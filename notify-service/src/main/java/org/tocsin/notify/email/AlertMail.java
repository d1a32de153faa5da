package org.tocsin.notify.email;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a mail about an alert shows, in the words of its reader. The template only arranges it.
 *
 * @param kindCode lower case, for the colour of its label
 * @param lead what the reader must know first, empty for a new alert
 * @param places countries and places in one line
 * @param why the conditions of the subscription that hold
 * @param notes on versions that were not sent separately and on what the daily cap holds back, in sentences
 */
public record AlertMail(
        String language,
        String direction,
        String subject,
        String kindCode,
        String kind,
        String lead,
        String band,
        String bandCode,
        String category,
        String places,
        String title,
        String summary,
        String severity,
        String confidence,
        String changeReason,
        List<FigureLine> figures,
        List<ReportLine> reports,
        List<ScoreLine> score,
        List<String> why,
        List<String> notes,
        String preferencesUrl,
        String unsubscribeUrl) {

    /** One figure: what happened to how many. */
    public record FigureLine(String action, String size, String detail) {}

    /** One report with what it said. */
    public record ReportLine(String title, @Nullable String url, String source, List<String> quotes) {}

    /** One part of the severity. */
    public record ScoreLine(String points, String reason) {}
}
