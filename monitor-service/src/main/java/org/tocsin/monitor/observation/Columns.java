package org.tocsin.monitor.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.request.FieldErrors;

/**
 * Which column of a table holds what; -1 for what it does not hold.
 *
 * @param codes columns of place codes, the most precise first
 * @param names columns of place names, the most precise first
 */
record Columns(int indicator, List<Integer> codes, List<Integer> names, int time, int value, int note) {

    private static final List<String> PLACE_TAGS =
            List.of("#loc", "#adm5", "#adm4", "#adm3", "#adm2", "#adm1", "#country");

    /** Hashtags under which humanitarian data hold numbers. */
    private static final List<String> VALUE_TAGS =
            List.of("#value", "#affected", "#inneed", "#targeted", "#reached", "#population", "#idps", "#refugees");

    private static final Map<String, String> HEADERS = Map.ofEntries(
            Map.entry("indicator", "indicator"),
            Map.entry("place", "code"),
            Map.entry("pcode", "code"),
            Map.entry("placename", "name"),
            Map.entry("time", "time"),
            Map.entry("date", "time"),
            Map.entry("period", "time"),
            Map.entry("value", "value"),
            Map.entry("note", "note"));

    Columns {
        codes = List.copyOf(codes);
        names = List.copyOf(names);
    }

    /** The columns of a plain header; "place_name", "Place name" and "placeName" are alike. */
    static Columns ofHeader(List<String> header, FieldErrors errors) {
        List<String> kinds = header.stream()
                .map(cell -> HEADERS.getOrDefault(cell.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", ""), ""))
                .toList();
        for (String needed : List.of("time", "value")) {
            errors.require(kinds.contains(needed), "/" + needed, "The header has no column '" + needed + "'.");
        }
        for (String single : List.of("indicator", "time", "value", "note", "code")) {
            errors.require(
                    kinds.indexOf(single) == kinds.lastIndexOf(single),
                    "/" + (single.equals("code") ? "place" : single),
                    "The header has two columns for this.");
        }
        return new Columns(
                kinds.indexOf("indicator"),
                all(kinds, "code"),
                all(kinds, "name"),
                kinds.indexOf("time"),
                kinds.indexOf("value"),
                kinds.indexOf("note"));
    }

    /**
     * The columns of a row of hashtags.
     *
     * @param tags null where a column has none
     * @param wanted the hashtag of the values, null when only one column can be meant
     */
    static Columns ofTags(List<@Nullable HxlTag> tags, @Nullable HxlTag wanted, FieldErrors errors) {
        List<Integer> codes = new ArrayList<>();
        List<Integer> names = new ArrayList<>();
        for (String place : PLACE_TAGS) {
            for (int i = 0; i < tags.size(); i++) {
                HxlTag tag = tags.get(i);
                if (tag != null && tag.is(place)) {
                    (tag.attributes().contains("code") ? codes : names).add(i);
                }
            }
        }
        return new Columns(
                first(tags, tag -> tag.is("#indicator", "code") || tag.is("#indicator", "id")),
                codes,
                names,
                time(tags, errors),
                value(tags, wanted, errors),
                first(tags, tag -> tag.is("#description") || tag.is("#meta", "note")));
    }

    private static int time(List<@Nullable HxlTag> tags, FieldErrors errors) {
        int start = first(tags, tag -> tag.is("#date", "start"));
        int time = start >= 0 ? start : first(tags, tag -> tag.is("#date"));
        errors.require(time >= 0, "/time", "No column has the hashtag #date.");
        return time;
    }

    private static int value(List<@Nullable HxlTag> tags, @Nullable HxlTag wanted, FieldErrors errors) {
        List<Integer> candidates = new ArrayList<>();
        for (int i = 0; i < tags.size(); i++) {
            HxlTag tag = tags.get(i);
            if (tag != null && (wanted != null ? tag.matches(wanted) : holdsNumbers(tag))) {
                candidates.add(i);
            }
        }
        errors.require(!candidates.isEmpty(), "/value", "No column has a hashtag for values, such as #affected.");
        errors.require(
                candidates.size() < 2,
                "/value",
                "Several columns hold values; name one by ?value=, such as #affected+f.");
        return candidates.isEmpty() ? -1 : candidates.get(0);
    }

    private static boolean holdsNumbers(HxlTag tag) {
        return VALUE_TAGS.contains(tag.name()) || tag.is("#indicator", "value") || tag.is("#indicator", "num");
    }

    private static int first(List<@Nullable HxlTag> tags, Predicate<HxlTag> wanted) {
        for (int i = 0; i < tags.size(); i++) {
            HxlTag tag = tags.get(i);
            if (tag != null && wanted.test(tag)) {
                return i;
            }
        }
        return -1;
    }

    private static List<Integer> all(List<String> kinds, String kind) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i).equals(kind)) {
                columns.add(i);
            }
        }
        return columns;
    }

    /** The place of a row: the most precise code, else the most precise name. */
    Optional<String> place(List<String> row) {
        return filled(codes, row).or(() -> filled(names, row));
    }

    /** The name of a row's place, where it has a code too. */
    Optional<String> placeName(List<String> row) {
        return filled(codes, row).isPresent() ? filled(names, row) : Optional.empty();
    }

    Optional<String> cell(int column, List<String> row) {
        return column >= 0 && column < row.size() && !row.get(column).isBlank()
                ? Optional.of(row.get(column).strip())
                : Optional.empty();
    }

    private Optional<String> filled(List<Integer> columns, List<String> row) {
        return columns.stream().flatMap(column -> cell(column, row).stream()).findFirst();
    }
}
