package org.tocsin.monitor.rulebook;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.tocsin.monitor.detect.Guard;

/** Reads one guard. */
final class GuardReader {

    private static final Set<String> FIELDS =
            Set.of("kind", "cues", "where", "unless", "unlessCounted", "languages", "spreads", "note");
    private static final Pattern WHERE =
            Pattern.compile("(before|after|near)\\s+(\\d{1,2})|sentence|nearby|title|document");

    private GuardReader() {}

    static Guard guard(Fields fields) {
        fields.allow(FIELDS);
        String where = fields.text("where", "sentence");
        Matcher place = WHERE.matcher(where);
        if (!place.matches()) {
            fields.problem(
                    "/where",
                    "'where' is 'before n', 'after n', 'near n', 'sentence', 'nearby', 'title' or 'document'.");
            where = "sentence";
        }
        boolean counted = place.matches() && place.group(1) != null;
        return new Guard(
                kind(fields),
                fields.texts("cues"),
                Guard.Where.valueOf((counted ? place.group(1) : where).toUpperCase(Locale.ROOT)),
                counted ? Integer.parseInt(place.group(2)) : 0,
                fields.texts("unless"),
                fields.texts("unlessCounted"),
                new HashSet<>(fields.texts("languages")),
                fields.flag("spreads", true));
    }

    private static Guard.Kind kind(Fields fields) {
        String kind = fields.text("kind", null);
        for (Guard.Kind known : Guard.Kind.values()) {
            if (known.name().equalsIgnoreCase(kind)) {
                return known;
            }
        }
        fields.problem("/kind", "'" + kind + "' is not a kind of guard.");
        return Guard.Kind.UNRELATED;
    }
}
