package org.tocsin.monitor.parse;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.content.CanonicalUrl;

/**
 * What a feed tells about how to come again.
 *
 * @param timeToLive how long the publisher wants the feed to be left alone ({@code ttl}, {@code sy:updatePeriod}), or null
 * @param skipHours hours of the day (UTC, 0–23) in which the feed does not change
 * @param push where one can have the feed pushed instead (WebSub), or null
 */
public record FeedHints(@Nullable Duration timeToLive, Set<Integer> skipHours, @Nullable Push push) {

    static final FeedHints NONE = new FeedHints(null, Set.of(), null);

    /** Links of the feed itself stand before its entries. */
    private static final int HEAD = 32 * 1_024;

    private static final Pattern TTL = Pattern.compile("<ttl>\\s*(\\d{1,6})\\s*</ttl>", Pattern.CASE_INSENSITIVE);
    private static final Pattern PERIOD = Pattern.compile("(?i)<(?:\\w{1,20}:)?updatePeriod>\\s*(\\w{1,10})\\s*<");
    private static final Pattern FREQUENCY = Pattern.compile("(?i)<(?:\\w{1,20}:)?updateFrequency>\\s*(\\d{1,4})\\s*<");
    private static final Pattern SKIP_HOURS =
            Pattern.compile("<skipHours>(.{0,2000}?)</skipHours>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern HOUR = Pattern.compile("<hour>\\s*(\\d{1,2})\\s*</hour>", Pattern.CASE_INSENSITIVE);
    private static final Pattern FIRST_ENTRY = Pattern.compile("(?i)<(?:\\w{1,20}:)?(?:item|entry)[\\s>]");
    private static final Pattern LINK = Pattern.compile("(?i)<(?:\\w{1,20}:)?link\\s([^<>]{1,2000})>");
    private static final Pattern REL = Pattern.compile("(?i)\\brel\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final Pattern HREF = Pattern.compile("(?i)\\bhref\\s*=\\s*[\"']([^\"']*)[\"']");

    public FeedHints {
        skipHours = Set.copyOf(skipHours);
    }

    /**
     * An offer to push.
     *
     * @param hub who pushes
     * @param topic what to subscribe to: the feed's own canonical address
     */
    public record Push(URI hub, URI topic) {}

    /** Looks for everything in the text of an XML feed, which need not be well-formed. */
    static FeedHints find(String xml, URI base) {
        String head = xml.substring(0, Math.min(xml.length(), HEAD));
        Matcher entry = FIRST_ENTRY.matcher(head);
        head = entry.find() ? head.substring(0, entry.start()) : head;
        Matcher ttl = TTL.matcher(xml);
        Duration timeToLive = ttl.find() ? Duration.ofMinutes(Long.parseLong(ttl.group(1))) : period(head);
        return new FeedHints(timeToLive, skipHours(xml), push(head, base).orElse(null));
    }

    /** The syndication module of RSS: so many times in a period. */
    private static @Nullable Duration period(String head) {
        Matcher period = PERIOD.matcher(head);
        if (!period.find()) {
            return null;
        }
        Duration length =
                switch (period.group(1).toLowerCase(Locale.ROOT)) {
                    case "hourly" -> Duration.ofHours(1);
                    case "daily" -> Duration.ofDays(1);
                    case "weekly" -> Duration.ofDays(7);
                    case "monthly" -> Duration.ofDays(30);
                    case "yearly" -> Duration.ofDays(365);
                    default -> Duration.ZERO;
                };
        Matcher frequency = FREQUENCY.matcher(head);
        long times = frequency.find() ? Math.max(1, Long.parseLong(frequency.group(1))) : 1;
        return length.isZero() ? null : length.dividedBy(times);
    }

    private static Set<Integer> skipHours(String xml) {
        Set<Integer> hours = new TreeSet<>();
        Matcher skip = SKIP_HOURS.matcher(xml);
        if (skip.find()) {
            Matcher hour = HOUR.matcher(skip.group(1));
            while (hour.find()) {
                // RSS 0.91 counted from 1 to 24, RSS 2.0 counts from 0 to 23.
                hours.add(Integer.parseInt(hour.group(1)) % 24);
            }
        }
        return hours;
    }

    private static Optional<Push> push(String head, URI base) {
        Optional<URI> hub = Optional.empty();
        URI self = base;
        Matcher link = LINK.matcher(head);
        while (link.find()) {
            Matcher href = HREF.matcher(link.group(1));
            Matcher rel = REL.matcher(link.group(1));
            if (!rel.find() || !href.find()) {
                continue;
            }
            List<String> relations =
                    List.of(rel.group(1).toLowerCase(Locale.ROOT).split("\\s+"));
            Optional<URI> target = CanonicalUrl.resolve(base, href.group(1).replace("&amp;", "&"));
            if (relations.contains("hub")) {
                hub = hub.or(() -> target);
            }
            if (relations.contains("self")) {
                self = target.orElse(self);
            }
        }
        URI topic = self;
        return hub.map(found -> new Push(found, topic));
    }
}
