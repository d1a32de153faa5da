package org.tocsin.benchmarks.system;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reports for loads: an endless, repeatable stream of which a chosen part tells of an event. Each such event has a
 * country, number and week of its own, so that none is an update of another.
 */
public final class News {

    private static final Instant FIRST_DAY = Instant.parse("2019-01-07T08:00:00Z");
    private static final List<String> COUNTRIES =
            List.of("Iran", "Pakistan", "Turkey", "Germany", "Saudi Arabia", "Algeria", "Libya", "Tunisia");
    private static final List<String> DEPORTED =
            List.of("Afghans", "Syrians", "Somalis", "Sudanese", "Eritreans", "Iraqis", "Ethiopians");
    private static final List<String> TOPICS = List.of(
            "The harvest of saffron began early this year, and farmers expect good prices at the market.",
            "The city council approved a new bus line between the station and the university.",
            "The national team drew its second match of the tournament after a late goal.",
            "Heavy snow closed the mountain road for two days; workers cleared it on Sunday.",
            "A new library opened in the old town hall with a reading room for children.",
            "The central bank left its key rate unchanged and expects inflation to ease.",
            "Researchers described a species of beetle that lives only on one island.",
            "The festival showed forty films from twelve countries and ended with a concert.");

    private final int oneIn;

    /**
     * A stream.
     *
     * @param oneIn one report in so many tells of an event
     */
    public News(int oneIn) {
        this.oneIn = oneIn;
    }

    /** Whether the report of this number tells of an event. */
    public boolean alerts(int number) {
        return number % oneIn == 0;
    }

    public static String url(int number) {
        return "https://wire.example.org/" + number;
    }

    /** The report as the API takes it. */
    public Map<String, Object> report(int number) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("url", url(number));
        report.put("language", "en");
        report.put("publishedAt", FIRST_DAY.plus(published(number)).toString());
        report.put("source", Map.of("name", "Wire of the load"));
        if (alerts(number)) {
            int event = number / oneIn;
            String country = COUNTRIES.get(event % COUNTRIES.size());
            String group = DEPORTED.get(event / COUNTRIES.size() % DEPORTED.size());
            String people = String.format(Locale.ROOT, "%,d", 1_200 + 37 * event);
            report.put("title", country + " deports " + people + " " + group);
            report.put(
                    "text",
                    "The authorities of %s deported %s %s this week, the interior ministry said on report %d. "
                                    .formatted(country, people, group, number)
                            + "Families said that they were given a day to leave their homes. "
                            + filler(number, 3));
        } else {
            report.put("title", "Notes of the day, number " + number);
            report.put("text", filler(number, 6));
        }
        return report;
    }

    /** Events of one country lie more than three weeks apart, which no report brings together. */
    private Duration published(int number) {
        return Duration.ofDays(3L * (number / oneIn % 900)).plusMinutes(number % oneIn);
    }

    private static String filler(int number, int sentences) {
        StringBuilder text = new StringBuilder("Number " + number + " of the series. ");
        for (int i = 0; i < sentences; i++) {
            text.append(TOPICS.get((number * 7 + i * 3) % TOPICS.size())).append(' ');
        }
        return text.toString();
    }
}
