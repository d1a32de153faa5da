package org.tocsin.monitor.fetch;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.tocsin.platform.egress.EgressClient;
import org.tocsin.platform.egress.EgressOutcome;
import org.tocsin.platform.egress.EgressRequest;

/**
 * Fetches feeds and the pages they lead to. Addresses come from people, so every request goes through the guarded way
 * out, and robots.txt is asked first.
 */
@ApplicationScoped
public class FeedClient {

    private static final String ACCEPT =
            "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9,"
                    + " application/json;q=0.8, */*;q=0.1";
    private static final String ACCEPT_REPORT =
            "text/html, application/xhtml+xml, application/cap+xml, application/xml;q=0.9, */*;q=0.1";
    /** On top of the exchange's own limit, for a client that would not keep it. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final EgressClient egress;
    private final RobotsGate robots;
    private final FetchConfig config;
    private final Clock clock;

    FeedClient(EgressClient egress, RobotsGate robots, FetchConfig config, Clock clock) {
        this.egress = egress;
        this.robots = robots;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Asks for what is new since the validators were given. Blocks up to the configured time limits.
     *
     * @param ignoreRobots whether robots.txt is of no matter
     */
    public FetchResult fetch(URI uri, Validators validators, boolean ignoreRobots) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", ACCEPT);
        headers.put("User-Agent", config.userAgent());
        if (validators.etag() != null) {
            headers.put("If-None-Match", validators.etag());
        }
        if (validators.lastModified() != null) {
            headers.put("If-Modified-Since", validators.lastModified());
        }
        return get(uri, headers, config.timeout(), ignoreRobots);
    }

    /** Fetches the page of one report. Blocks up to the configured time limits. */
    public FetchResult report(URI uri, boolean ignoreRobots) {
        Map<String, String> headers = Map.of("Accept", ACCEPT_REPORT, "User-Agent", config.userAgent());
        return get(uri, headers, config.articleTimeout(), ignoreRobots);
    }

    /** How long the server wants us to wait between two requests, as far as it has said so. */
    public Duration pause(URI uri) {
        return robots.pause(uri);
    }

    private FetchResult get(URI uri, Map<String, String> headers, Duration timeout, boolean ignoreRobots) {
        String objection = ignoreRobots ? null : robots.objection(uri);
        if (objection != null) {
            return new FetchResult.Forbidden(objection);
        }
        EgressRequest request =
                new EgressRequest("GET", uri, headers, null, config.maxRedirects(), config.maxBytes(), timeout);
        EgressOutcome outcome = egress.send(request).await().atMost(timeout.plus(MARGIN));
        if (outcome instanceof EgressOutcome.Answered answer) {
            return answered(answer);
        }
        if (outcome instanceof EgressOutcome.Refused refused) {
            return new FetchResult.Failed(refused.reason());
        }
        return new FetchResult.Failed(((EgressOutcome.Failed) outcome).reason());
    }

    private FetchResult answered(EgressOutcome.Answered answer) {
        AnswerHeaders headers = new AnswerHeaders(answer.headers());
        Instant now = clock.instant();
        int status = answer.status();
        if (status == 304) {
            return new FetchResult.NotModified(headers.freshFor(now), answer.uri(), answer.movedPermanently());
        }
        if (status >= 200 && status < 300) {
            return new FetchResult.Modified(
                    answer.body(),
                    answer.truncated(),
                    headers.first("content-type"),
                    headers.validators(),
                    headers.freshFor(now),
                    answer.uri(),
                    answer.movedPermanently(),
                    headers.push(answer.uri()));
        }
        if (status == 410) {
            return new FetchResult.Gone("The publisher says that this address is gone for good (HTTP 410).");
        }
        if (status == 429 || status == 503) {
            return new FetchResult.Later(headers.retryAfter(now), reason(status));
        }
        return new FetchResult.Failed(reason(status));
    }

    static String reason(int status) {
        return switch (status) {
            case 401, 403 -> "The server does not let us read this address (HTTP %d).".formatted(status);
            case 404 -> "The server knows no such address (HTTP 404).";
            case 429 -> "The server says that we come too often (HTTP 429).";
            case 503 -> "The server is not available at the moment (HTTP 503).";
            default ->
                status >= 500
                        ? "The server failed (HTTP %d).".formatted(status)
                        : "The server answered in a way that we cannot use (HTTP %d).".formatted(status);
        };
    }
}
