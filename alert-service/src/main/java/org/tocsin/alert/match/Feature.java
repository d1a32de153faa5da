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
    /** The acting state of at least one is not known. */
    COUNTRY_UNKNOWN("acting state not known"),
    /** Both name an acting state, and not the same. */
    COUNTRY_DIFFERS("different states"),
    /** Share of places that both name. */
    PLACE_SAME("same place"),
    /** Both name places, and none in common. */
    PLACE_DIFFERS("different places"),
    /** The same division, other names within it. */
    PLACE_NAMES_DIFFER("different places of one province"),
    /** A precise number that both have. */
    NUMBER_SHARED("the same precise number"),
    /** Title or lead of both have a number in common. */
    LEAD_NUMBER("the same number leads"),
    /** Title and lead of both count something, with no number in common. */
    LEAD_NUMBERS_DIFFER("other numbers lead"),
    /** Of these the later is larger, but not by an order of magnitude. */
    LEAD_NUMBERS_GROW("the number that leads grows"),
    /** Figures of one kind that can both be true. */
    FIGURES_AGREE("figures agree"),
    /** The later figure is larger within days, as counts grow. */
    FIGURES_GROW("figure grows"),
    /** The later figure is larger, but so much later that it counts other people. */
    FIGURES_GROW_LATE("a larger figure long after"),
    /** Two precise counts that are close and yet not the same. */
    COUNTS_DIFFER("precise counts differ"),
    /** Figures of one kind that cannot be of the same people. */
    FIGURES_DIFFER("figures contradict"),
    /** Running totals, the later one larger. */
    TOTALS_GROW("running total goes on"),
    /** The days counted overlap. */
    DATES_AGREE("same days"),
    /** The days counted lie apart. */
    DATES_DIFFER("different days"),
    /** A day that both name, or that one names and around which the other was published. */
    DAY_NAMED("goes back to the same day"),
    /** The later one says that it is another event after an earlier one. */
    SEQUEL("told as another event"),
    /** The earlier one tells the end of a measure, and the later one does not. */
    ENDED_BEFORE("the earlier measure had ended"),
    /** One is a series that counts what this state does of this kind, so that what is told of it belongs there. */
    INDICATOR("a series counts it"),
    /** Issues of one numbered publication. */
    SERIES("the next issue of a series"),
    /** Likeness of the words, for reports of one language. */
    TEXT("texts alike"),
    /** The same against what reports of one event usually have: 1 for long texts wholly unlike, 0 for short ones. */
    TEXT_UNLIKE("texts unlike"),
    /** Much the same words for other facts: a form that an outlet fills in again and again. */
    TEMPLATE("the same wording for other facts"),
    /** Much the same words, days later and without a number that goes on or is the same. */
    TEMPLATE_LATER("the same wording on a later day"),
    /** Names that both have, in whatever script. */
    NAMES("same names"),
    /** Both have names, and none in common. */
    NAMES_DIFFER("no name in common"),
    /** Written in different languages, so that the words cannot be compared. */
    OTHER_LANGUAGE("another language"),
    /** Groups of people differ, for instance Afghans and Syrians. */
    GROUP_DIFFERS("different groups"),
    /** The same outlet, or one of the same owner. */
    SAME_VOICE("same outlet"),
    /** What one is most about the other tells of too, but is most about something else. */
    OTHER_LEAD("another emphasis"),
    /** No category in common, though they are of one family. */
    OTHER_CATEGORY("another aspect"),
    /** No category in common, and of different families. */
    OTHER_FAMILY("another kind of event"),
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
