package org.tocsin.alert.match;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.tocsin.alert.text.CanonicalText;

/**
 * Peoples named in the words of a text, so that reports on Afghans and on Syrians are told apart in every language. The
 * stems are those of the ten languages' usual names; a people that is not listed is simply not compared.
 */
final class Peoples {

    private static final Map<String, String> STEMS = Map.ofEntries(
            Map.entry("afghan", "AF"),
            Map.entry("afgan", "AF"),
            Map.entry("افغان", "AF"),
            Map.entry("syri", "SY"),
            Map.entry("siri", "SY"),
            Map.entry("suriye", "SY"),
            Map.entry("سوری", "SY"),
            Map.entry("شامی", "SY"),
            Map.entry("iraqi", "IQ"),
            Map.entry("iraki", "IQ"),
            Map.entry("irakisch", "IQ"),
            Map.entry("عراق", "IQ"),
            Map.entry("pakistan", "PK"),
            Map.entry("پاکستان", "PK"),
            Map.entry("باکستان", "PK"),
            Map.entry("somal", "SO"),
            Map.entry("صومال", "SO"),
            Map.entry("سومال", "SO"),
            Map.entry("sudan", "SD"),
            Map.entry("soudan", "SD"),
            Map.entry("سودان", "SD"),
            Map.entry("eritre", "ER"),
            Map.entry("erythr", "ER"),
            Map.entry("venezolan", "VE"),
            Map.entry("venezuel", "VE"),
            Map.entry("vénézuél", "VE"),
            Map.entry("haiti", "HT"),
            Map.entry("haïti", "HT"),
            Map.entry("rohingya", "RO"),
            Map.entry("روهین", "RO"),
            Map.entry("روهنگ", "RO"),
            Map.entry("ukrain", "UA"),
            Map.entry("اوکراین", "UA"),
            Map.entry("hondur", "HN"),
            Map.entry("guatemal", "GT"),
            Map.entry("salvador", "SV"),
            Map.entry("mexican", "MX"),
            Map.entry("indian", "IN"),
            Map.entry("bangladesh", "BD"),
            Map.entry("palestin", "PS"),
            Map.entry("فلسطین", "PS"),
            Map.entry("yemen", "YE"),
            Map.entry("یمن", "YE"),
            Map.entry("ethiop", "ET"),
            Map.entry("äthiop", "ET"),
            Map.entry("congol", "CD"));

    private Peoples() {}

    static Set<String> in(@Nullable String group) {
        var found = new HashSet<String>();
        if (group != null) {
            String folded = CanonicalText.fold(group);
            STEMS.forEach((stem, people) -> {
                if (folded.contains(CanonicalText.fold(stem))) {
                    found.add(people);
                }
            });
        }
        return found;
    }
}
