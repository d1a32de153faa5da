package org.tocsin.monitor.figure;

import java.util.List;
import java.util.Map;

/**
 * What distinguishes the languages beyond their words; the settings at the head of a lexicon.
 *
 * @param decimalPoint the character before decimals
 * @param ordinalDots whether a full stop after a number makes it an ordinal ("15. Juli")
 * @param caseEndings whether case endings follow an apostrophe ("500'den")
 * @param compounds whether number words are written together ("zweihundertdreißig")
 * @param unitsFirst whether units stand before tens ("drei und zwanzig")
 * @param vigesimal whether 60 and 80 take teens ("soixante-dix")
 * @param pairs whether two neighbouring units are a range ("دو سه هزار")
 * @param verbsLast whether the verb ends the clause
 * @param headFirst whether adjectives follow the noun
 * @param infinitiveWithTo whether "to" before a verb speaks of what is to come
 * @param unknownNouns whether a noun that is not in the lexicon may be people, if an action stands near
 * @param proclitics letters that are written together with the next word ("و", "ال")
 * @param futures letters of the future that are written together with the verb ("س")
 * @param verb cost of a verb with its object before it, and after it
 * @param passive cost of a passive with its subject before it, and after it
 * @param futureEndings what verbs that speak of what is to come contain ("ecek")
 * @param negativeEndings what denied verbs contain ("medi")
 * @param noun cost of a noun of action with the number before it, and after it
 */
record Habits(
        char decimalPoint,
        boolean ordinalDots,
        boolean caseEndings,
        boolean compounds,
        boolean unitsFirst,
        boolean vigesimal,
        boolean pairs,
        boolean verbsLast,
        boolean headFirst,
        boolean infinitiveWithTo,
        boolean unknownNouns,
        List<String> proclitics,
        List<String> futures,
        List<String> futureEndings,
        List<String> negativeEndings,
        Order verb,
        Order passive,
        Order noun) {

    private static final Order EITHER = new Order(0.5, 0);

    /** Costs in words of distance. */
    record Order(double before, double after) {

        static Order of(String costs) {
            String[] two = costs.split(" ");
            return new Order(Double.parseDouble(two[0]), Double.parseDouble(two[1]));
        }
    }

    /** Costs of a form that may be active or passive: where the verb comes last, what stands before is an attribute. */
    Order either() {
        return verbsLast ? passive : EITHER;
    }

    static Habits from(Map<String, String> settings) {
        return new Habits(
                settings.getOrDefault("decimalPoint", ".").charAt(0),
                is(settings, "ordinalDots"),
                is(settings, "caseEndings"),
                is(settings, "compounds"),
                is(settings, "unitsFirst"),
                is(settings, "vigesimal"),
                is(settings, "pairs"),
                is(settings, "verbsLast"),
                is(settings, "headFirst"),
                is(settings, "infinitiveWithTo"),
                is(settings, "unknownNouns"),
                letters(settings, "proclitics"),
                letters(settings, "futures"),
                endings(settings, "futureEndings"),
                endings(settings, "negativeEndings"),
                Order.of(settings.get("verb")),
                Order.of(settings.get("passive")),
                Order.of(settings.get("noun")));
    }

    private static List<String> letters(Map<String, String> settings, String name) {
        String letters = settings.get(name);
        return letters == null ? List.of() : List.of(letters.split(" "));
    }

    /** Endings are looked for in folded words. */
    private static List<String> endings(Map<String, String> settings, String name) {
        return letters(settings, name).stream().map(Letters::fold).toList();
    }

    private static boolean is(Map<String, String> settings, String name) {
        return Boolean.parseBoolean(settings.get(name));
    }
}
