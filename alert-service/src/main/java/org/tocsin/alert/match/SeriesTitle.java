package org.tocsin.alert.match;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.tocsin.alert.text.CanonicalText;
import org.tocsin.alert.text.Hashing;

/**
 * Titles of publications that number or date their issues, such as "weekly bulletin no. 2" or "flash update #14": the
 * issues tell of one situation that goes on. A number that is a count of people does not make a series.
 */
final class SeriesTitle {

    private static final String KIND = "bulletin|update|flash|digest|sitrep|situation report|report|dashboard|monitor"
            + "|snapshot|lagebericht|lagebild|rapport|reporte|boletin|informe|bulten|rapor|نشره|نشریه|گزارش|تقریر"
            + "|بولتن|بلیٹن|رپورٹ|راپور";

    private static final String NUMBER_WORD =
            "no|nr|n|num|numero|nummer|number|issue|week|woche|semaine|semana|hafta|sayi|شماره|عدد|هفته|نمبر|ګڼه|اسبوع";

    private static final Pattern NUMBERED = Pattern.compile("(?<!\\p{L})(?:" + NUMBER_WORD
            + "|#)(?:\\.|°|º)?\\s*(\\d{1,3})(?!\\d)|(?<!\\p{L})(?:" + KIND + ")\\s*#?\\s*(\\d{1,3})(?!\\d)");

    private SeriesTitle() {}

    /** Hash of the title without the number of the issue; 0 if it is none of a series. */
    static int of(String title) {
        String folded = CanonicalText.fold(title);
        Matcher matcher = NUMBERED.matcher(folded);
        if (!matcher.find()) {
            return 0;
        }
        String name = String.join(" ", CanonicalText.words(folded.substring(0, matcher.start())));
        int hash = (int) (Hashing.of(name) >>> 32);
        return hash == 0 ? 1 : hash;
    }
}
