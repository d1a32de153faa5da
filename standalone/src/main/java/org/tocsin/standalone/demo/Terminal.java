package org.tocsin.standalone.demo;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Collectors;

/** Alerts as lines of a terminal. */
final class Terminal {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final String LINE = "%s  %-9s %-8s %3d  %-23s %-8s %s  %s%n";
    private static final int TITLE_WIDTH = 60;
    private static final int MOST_COUNTRIES = 3;
    private static final String PLAIN = "\u001b[0m";
    private static final Map<String, String> COLOURS = Map.of(
            "EXTREME", "\u001b[1;35m",
            "SEVERE", "\u001b[1;31m",
            "MODERATE", "\u001b[33m",
            "MINOR", "\u001b[36m");

    private final PrintWriter out;
    private final ZoneId zone;
    private final boolean colour;

    /** Colours only where a person is looking. */
    Terminal(PrintWriter out, ZoneId zone, boolean colour) {
        this.out = out;
        this.zone = zone;
        this.colour = colour;
    }

    synchronized void show(Arrival arrival) {
        String line = LINE.formatted(
                TIME.format(arrival.at().atZone(zone)),
                visible(arrival.change()),
                visible(arrival.band()),
                arrival.severity(),
                visible(arrival.category()),
                countries(arrival),
                shorten(visible(arrival.title())),
                (arrival.mail() ? "e-mail \u2713  " : "          ")
                        + (arrival.verified() ? "webhook \u2713" : "webhook NOT VERIFIED"));
        out.print(colour ? COLOURS.getOrDefault(arrival.band(), "") + line.stripTrailing() + PLAIN + "\n" : line);
        out.flush();
    }

    synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    private static String countries(Arrival arrival) {
        return visible(arrival.countries().stream().limit(MOST_COUNTRIES).collect(Collectors.joining(",")));
    }

    /** News can say anything: what would steer the terminal or turn its text around is left out. */
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .forEach(visible::appendCodePoint);
        return visible.toString();
    }

    private static String shorten(String title) {
        int length = title.codePointCount(0, title.length());
        return length <= TITLE_WIDTH
                ? title + " ".repeat(TITLE_WIDTH - length)
                : title.substring(0, title.offsetByCodePoints(0, TITLE_WIDTH - 1)) + "…";
    }
}
