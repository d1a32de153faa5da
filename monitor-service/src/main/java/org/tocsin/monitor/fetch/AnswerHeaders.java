package org.tocsin.monitor.fetch;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.content.CanonicalUrl;
import org.tocsin.monitor.parse.FeedHints;

/** The headers of an answer that tell when to come again. */
record AnswerHeaders(Map<String, List<String>> values) {

    private static final Pattern MAX_AGE = Pattern.compile("(?i)\\bmax-age\\s*=\\s*\"?(\\d{1,9})(?!\\d)");
    private static final Pattern UNSTORED = Pattern.compile("(?i)\\bno-(?:cache|store)\\b");
    private static final Pattern LINK = Pattern.compile("<([^<>]{1,2000})>([^<>]{0,500})");
    private static final Pattern RELATION = Pattern.compile("(?i)\\brel\\s*=\\s*\"?([^\",;]+)");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    /** Longer values would be neither headers worth keeping nor accepted back by the server. */
    private static final int LONGEST = 500;

    @Nullable
    String first(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() || all.get(0).isBlank() || all.get(0).length() > LONGEST
                ? null
                : all.get(0).strip();
    }

    /** The hub and the topic of {@code Link} headers (RFC 8288) as WebSub uses them; null when there is no hub. */
    FeedHints.@Nullable Push push(URI base) {
        Optional<URI> hub = link("hub", base);
        URI topic = link("self", base).orElse(base);
        return hub.map(found -> new FeedHints.Push(found, topic)).orElse(null);
    }

    private Optional<URI> link(String relation, URI base) {
        for (String header : values.getOrDefault("link", List.of())) {
            Matcher link = LINK.matcher(header);
            while (link.find()) {
                Matcher rel = RELATION.matcher(link.group(2));
                boolean named =
                        rel.find() && List.of(rel.group(1).split("\\s+")).contains(relation);
                Optional<URI> target = named ? CanonicalUrl.resolve(base, link.group(1)) : Optional.empty();
                if (target.isPresent()) {
                    return target;
                }
            }
        }
        return Optional.empty();
    }

    Validators validators() {
        return new Validators(first("etag"), first("last-modified"));
    }

    /** {@code Cache-Control: max-age}, or else {@code Expires}; null when the server says nothing of use. */
    @Nullable
    Duration freshFor(Instant now) {
        String cacheControl = first("cache-control");
        if (cacheControl != null) {
            Matcher maxAge = MAX_AGE.matcher(cacheControl);
            if (UNSTORED.matcher(cacheControl).find()) {
                return null;
            }
            if (maxAge.find()) {
                return Duration.ofSeconds(Long.parseLong(maxAge.group(1)));
            }
        }
        return until(first("expires"), now);
    }

    /** {@code Retry-After} in seconds or as a date; null when there is none or it cannot be read. */
    @Nullable
    Duration retryAfter(Instant now) {
        String value = first("retry-after");
        if (value != null && SECONDS.matcher(value).matches()) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        return until(value, now);
    }

    private static @Nullable Duration until(@Nullable String date, Instant now) {
        if (date == null) {
            return null;
        }
        try {
            Instant then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return then.isAfter(now) ? Duration.between(now, then) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
