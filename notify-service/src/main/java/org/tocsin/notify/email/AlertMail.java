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

    /**
     * One report with what it said, in its own words.
     *
     * @param language BCP 47 tag of these words, empty when not known
     * @param direction of these words: ltr, rtl, or auto when their language is not known
     * @param languageName for the reader, empty when it is the reader's own language
     */
    public record ReportLine(
            String title,
            @Nullable String url,
            String source,
            String language,
            String direction,
            String languageName,
            List<String> quotes) {}

    /**
     * One part of the severity.
     *
     * @param reason empty when there is none to tell
     */
    public record ScoreLine(String points, String name, String reason) {}
}
