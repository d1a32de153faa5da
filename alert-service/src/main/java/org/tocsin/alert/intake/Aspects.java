package org.tocsin.alert.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.tocsin.alert.alert.ReportFacts;
import org.tocsin.alert.category.Categories;
import org.tocsin.alert.category.Category;

/**
 * What the signals of one document amount to. A document tells of one event for each state that acts in it: its signals
 * for that state, of whatever category, are aspects of that event, led by what the document is most about. A signal
 * whose state is not known belongs to the state that the document is most about. Each signal names its siblings, so each
 * decides alike, whichever comes first.
 *
 * @param country of the event, {@code ZZ} if unknown
 * @param prominence by category, for the categories of this state
 * @param mention whether the document is more about what another state does
 */
record Aspects(String country, Map<String, Double> prominence, boolean mention) {

    /** Which state acts and how prominent that is. */
    private record Found(String country, String category, double prominence) {}

    static Aspects of(SignalReceived signal, @Nullable String country, Category category, Categories categories) {
        var own =
                new Found(known(country), category.code(), Prominence.of(signal).value());
        var byCountry = new TreeMap<String, Map<String, Double>>();
        add(own, byCountry);
        List<SignalReceived.Sibling> siblings = Objects.requireNonNullElse(signal.siblings(), List.of());
        siblings.stream()
                .filter(Objects::nonNull)
                .filter(sibling ->
                        categories.find(String.valueOf(sibling.category())).isPresent())
                .map(sibling -> new Found(
                        known(sibling.country()),
                        String.valueOf(sibling.category()),
                        Prominence.of(sibling).value()))
                .forEach(found -> add(found, byCountry));
        String main = main(byCountry);
        Map<String, Double> stateless = byCountry.remove(ReportFacts.UNKNOWN_COUNTRY);
        if (stateless != null) {
            stateless.forEach((code, value) -> add(new Found(main, code, value), byCountry));
        }
        String mine = own.country().equals(ReportFacts.UNKNOWN_COUNTRY) ? main : own.country();
        return new Aspects(mine, Map.copyOf(byCountry.getOrDefault(mine, Map.of())), !mine.equals(main));
    }

    private static void add(Found found, Map<String, Map<String, Double>> byCountry) {
        byCountry
                .computeIfAbsent(found.country(), country -> new HashMap<>())
                .merge(found.category(), found.prominence(), Math::max);
    }

    /** The known state with the most prominent signal; the first of the alphabet where two are equal. */
    private static String main(TreeMap<String, Map<String, Double>> byCountry) {
        String main = ReportFacts.UNKNOWN_COUNTRY;
        double most = 0;
        for (Map.Entry<String, Map<String, Double>> country : byCountry.entrySet()) {
            double prominence = country.getValue().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(0);
            if (!country.getKey().equals(ReportFacts.UNKNOWN_COUNTRY) && prominence > most) {
                main = country.getKey();
                most = prominence;
            }
        }
        return main;
    }

    private static String known(@Nullable String country) {
        return country == null || !country.matches("[A-Z]{2}") ? ReportFacts.UNKNOWN_COUNTRY : country;
    }
}
