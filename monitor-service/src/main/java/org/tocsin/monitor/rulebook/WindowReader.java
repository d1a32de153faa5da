package org.tocsin.monitor.rulebook;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.detect.WindowCondition;
import org.tocsin.monitor.figure.Action;

/** Reads the condition of a rule on all reports of some time. */
final class WindowReader {

    private static final Set<String> FIELDS = Set.of("length", "single", "sources", "figure", "release", "note");
    private static final Set<String> FIGURE_FIELDS = Set.of("from", "actions", "by");
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,4})\\s*([hd])");
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final int MOST_SOURCES = 1_000;
    private static final double MOST_PEOPLE = 1e10;

    private WindowReader() {}

    /** @param usual the actions of the rule's own condition on figures, which a window need not repeat */
    static WindowCondition window(Fields fields, Set<String> usual) {
        fields.allow(FIELDS);
        if (!fields.has("sources") && !fields.has("figure")) {
            fields.problem("", "A window needs 'sources' or 'figure': it could never fire.");
        }
        double release = fields.number("release", 0.5);
        if (!(release >= 0 && release <= 1)) {
            fields.problem("/release", "'release' is a part, from 0 to 1.");
        }
        return new WindowCondition(
                length(fields),
                silent(fields),
                fields.has("sources") ? (int) whole(fields, "sources", 2, MOST_SOURCES) : null,
                fields.has("figure") ? people(fields.child("figure"), usual) : null,
                release);
    }

    private static Duration length(Fields fields) {
        Matcher length = LENGTH.matcher(fields.text("length", null));
        if (length.matches()) {
            int number = Integer.parseInt(length.group(1));
            Duration duration = length.group(2).equals("h") ? Duration.ofHours(number) : Duration.ofDays(number);
            if (!duration.isZero() && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        }
        fields.problem("/length", "'length' is a number of hours or days such as 36h or 7d, 90d at most.");
        return LONGEST;
    }

    private static boolean silent(Fields fields) {
        return switch (fields.text("single", "fires")) {
            case "fires" -> false;
            case "silent" -> true;
            default -> {
                fields.problem("/single", "'single' is 'fires' or 'silent': what the rule does on a single report.");
                yield false;
            }
        };
    }

    private static WindowCondition.@Nullable People people(Fields fields, Set<String> usual) {
        fields.allow(FIGURE_FIELDS);
        Set<String> actions = fields.has("actions") ? new HashSet<>(fields.texts("actions")) : usual;
        if (actions.isEmpty()) {
            fields.problem("/actions", "Neither the window nor the rule's 'figure' names actions.");
        }
        List<String> known = List.of(Action.values()).stream().map(Enum::name).toList();
        actions.stream()
                .filter(action -> !known.contains(action))
                .sorted()
                .forEach(action -> fields.problem("/actions", "'" + action + "' is not one of " + known + "."));
        return new WindowCondition.People((long) whole(fields, "from", 1, MOST_PEOPLE), actions, by(fields));
    }

    private static WindowCondition.By by(Fields fields) {
        String by = fields.text("by", "largest");
        for (WindowCondition.By known : WindowCondition.By.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(by)) {
                return known;
            }
        }
        fields.problem("/by", "'by' is 'largest' or 'reconciled'.");
        return WindowCondition.By.LARGEST;
    }

    private static double whole(Fields fields, String name, double least, double most) {
        double number = fields.number(name, Double.NaN);
        if (number >= least && number <= most && number == Math.rint(number)) {
            return number;
        }
        fields.problem("/" + name, "'%s' must be a whole number from %.0f to %.0f.".formatted(name, least, most));
        return least;
    }
}
