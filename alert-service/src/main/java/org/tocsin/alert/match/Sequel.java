package org.tocsin.alert.match;

import java.util.regex.Pattern;

import org.tocsin.alert.text.CanonicalText;

/**
 * Words that set an event apart from an earlier one of its kind: "the second shooting in a week", "another charter". A
 * second day or week belongs to the same event.
 */
final class Sequel {

    private static final String ANOTHER = "second|third|fourth|fifth|sixth|another"
            + "|zweite[rsnm]?|dritte[rsnm]?|vierte[rsnm]?|weitere[rsnm]?"
            + "|deuxieme|troisieme|quatrieme|nouveaux?|nouvelles?|nouvel|segund[oa]|tercer[oa]?|cuart[oa]|otr[oa]"
            + "|nuev[oa]|ikinci|ucuncu|dorduncu|bir baska"
            + "|دومین|سومین|چهارمین|دوهم|دویم|دریم|بل|دوسرا|دوسری|تیسرا|تیسری|ایک اور|ثانیه|ثانی|ثالث|ثالثه|جدیده|جدید";

    private static final String SPELL =
            "records?|rekord|recor|days?|nights?|weeks?|months?|round|time|day|tags?|tag|nacht|woche|monat|jour|nuit"
                    + "|semaine|mois|dia|noche|semana|mes|gun|gece|hafta|روز|شب|هفته|ماه|ورځ|شپه|اونۍ|دن|رات|هفتی|یوم|لیله|اسبوع";

    private static final Pattern SEQUEL =
            Pattern.compile("(?<!\\p{L})(?:" + ANOTHER + ")(?!\\p{L})(?!\\s+(?:" + SPELL + ")(?!\\p{L}))");

    private Sequel() {}

    static boolean in(String title, String lead) {
        return SEQUEL.matcher(CanonicalText.fold(title + ". " + lead)).find();
    }
}
