package org.tocsin.monitor.parse;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What RSS tells about how often to come: {@code ttl} in minutes and {@code skipHours}. */
record FeedHints(@Nullable Duration timeToLive, Set<Integer> skipHours) {

    private static final Pattern TTL = Pattern.compile("<ttl>\\s*(\\d{1,6})\\s*</ttl>", Pattern.CASE_INSENSITIVE);
    private static final Pattern SKIP_HOURS =
            Pattern.compile("<skipHours>(.{0,2000}?)</skipHours>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern HOUR = Pattern.compile("<hour>\\s*(\\d{1,2})\\s*</hour>", Pattern.CASE_INSENSITIVE);

    static FeedHints find(String xml) {
        Matcher ttl = TTL.matcher(xml);
        Duration timeToLive = ttl.find() ? Duration.ofMinutes(Long.parseLong(ttl.group(1))) : null;
        Set<Integer> hours = new TreeSet<>();
        Matcher skip = SKIP_HOURS.matcher(xml);
        if (skip.find()) {
            Matcher hour = HOUR.matcher(skip.group(1));
            while (hour.find()) {
                // RSS 0.91 counted from 1 to 24, RSS 2.0 counts from 0 to 23.
                hours.add(Integer.parseInt(hour.group(1)) % 24);
            }
        }
        return new FeedHints(timeToLive, hours);
    }
}
