package org.tocsin.alert.match;

import java.util.Locale;

/** What two reports are compared by. Values lie between 0 and 1 unless said otherwise. */
enum Feature {
    /** Always 1. */
    BIAS(""),
    /** Days between the reports, as a part of the category's window. */
    GAP("%.0f%% of the usual span apart"),
    /** Less than 30 hours apart. */
    SAME_DAY("within a day"),
    /** Share of places that both name. */
    PLACE_SAME("same place"),
    /** Both name places, and none in common. */
    PLACE_DIFFERS("different places"),
    /** The same division, other names within it. */
    PLACE_NAMES_DIFFER("different places of one province"),
    /** A precise number that both have. */
    NUMBER_SHARED("the same precise number"),
    /** Figures of one kind that can both be true. */
    FIGURES_AGREE("figures agree"),
    /** The later figure is larger, as counts grow. */
    FIGURES_GROW("figure grows"),
    /** Figures of one kind that cannot be of the same people. */
    FIGURES_DIFFER("figures contradict"),
    /** Running totals, the later one larger. */
    TOTALS_GROW("running total goes on"),
    /** The days counted overlap. */
    DATES_AGREE("same days"),
    /** The days counted lie apart. */
    DATES_DIFFER("different days"),
    /** Likeness of the words, for reports of one language. */
    TEXT("texts alike"),
    /** Likeness of the words, against what reports of one event usually have; 1 for texts wholly unlike. */
    TEXT_UNLIKE("texts unlike"),
    /** Much the same words for other facts: a form that an outlet fills in again and again. */
    TEMPLATE("the same wording for other facts"),
    /** Share of names in Latin letters that both have. */
    NAMES("same names"),
    /** Written in different languages, so that the words cannot be compared. */
    OTHER_LANGUAGE("another language"),
    /** Groups of people differ, for instance Afghans and Syrians. */
    GROUP_DIFFERS("different groups"),
    /** The same outlet soon after, on the same place. */
    SAME_VOICE("same outlet"),
    /** The signals found different aspects; the categories are of one family. */
    OTHER_CATEGORY("another aspect"),
    /** One is announced and the other done. */
    PLAN_AND_DEED("announced and done");

    private final String words;

    Feature(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Key in the file of weights: placeSame for PLACE_SAME. */
    String key() {
        var key = new StringBuilder();
        for (String part : name().toLowerCase(Locale.ROOT).split("_")) {
            key.append(key.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return key.toString();
    }
}
