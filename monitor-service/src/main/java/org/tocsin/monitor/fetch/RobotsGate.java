package org.tocsin.monitor.fetch;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.tocsin.platform.egress.EgressClient;
import org.tocsin.platform.egress.EgressOutcome;
import org.tocsin.platform.egress.EgressRequest;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;

/**
 * Asks each server once a day what we may fetch (robots.txt, RFC 9309). A server that has none allows everything; one
 * that does not answer allows nothing, unless it said something else before.
 */
@ApplicationScoped
class RobotsGate {

    private static final int LIMIT = 512 * 1_024;
    private static final int SERVERS = 10_000;
    private static final Duration MARGIN = Duration.ofSeconds(5);
    private static final Duration LONGEST_KEPT = Duration.ofDays(1);
    private static final Duration SHORTEST_KEPT = Duration.ofHours(1);
    private static final Duration SILENCE_KEPT = Duration.ofMinutes(5);
    private static final String FORBIDDEN =
            "The publisher's robots.txt does not allow us to fetch this address; if they have allowed it otherwise, set"
                    + " ignoreRobots.";

    private final EgressClient egress;
    private final FetchConfig config;
    private final Clock clock;
    private final String product;
    private final Map<String, Answer> answers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
            return size() > SERVERS;
        }
    };

    RobotsGate(EgressClient egress, FetchConfig config, Clock clock) {
        this.egress = egress;
        this.config = config;
        this.clock = clock;
        this.product = config.userAgent().split("[/ ]", 2)[0].toLowerCase(Locale.ROOT);
    }

    /**
     * What a server said.
     *
     * @param rules null when it has never answered
     * @param silence why the last attempt brought no rules; null when it did
     */
    private record Answer(@Nullable SimpleRobotRules rules, @Nullable String silence, Instant until) {}

    /** Null when the address may be fetched, or else a sentence that says why not. Blocks while the server is asked. */
    @Nullable
    String objection(URI uri) {
        if (!config.robots()) {
            return null;
        }
        Answer answer = answer(uri);
        SimpleRobotRules rules = answer.rules();
        if (rules == null) {
            return "The server's robots.txt could not be read, so nothing was fetched. " + answer.silence();
        }
        return rules.isAllowed(uri.toString()) ? null : FORBIDDEN;
    }

    /** How long to wait between two requests to this server as far as it has said so; zero otherwise. */
    Duration pause(URI uri) {
        Answer answer = known(origin(uri));
        SimpleRobotRules rules = answer == null ? null : answer.rules();
        return rules == null || rules.getCrawlDelay() <= 0 ? Duration.ZERO : Duration.ofMillis(rules.getCrawlDelay());
    }

    private Answer answer(URI uri) {
        String origin = origin(uri);
        Answer before = known(origin);
        if (before != null && clock.instant().isBefore(before.until())) {
            return before;
        }
        Answer answer = ask(URI.create(origin + "/robots.txt"), before == null ? null : before.rules());
        synchronized (answers) {
            answers.put(origin, answer);
        }
        return answer;
    }

    private @Nullable Answer known(String origin) {
        synchronized (answers) {
            return answers.get(origin);
        }
    }

    private Answer ask(URI robots, @Nullable SimpleRobotRules before) {
        EgressRequest request = new EgressRequest(
                "GET",
                robots,
                Map.of("User-Agent", config.userAgent(), "Accept", "text/plain, */*;q=0.1"),
                null,
                config.maxRedirects(),
                LIMIT,
                config.articleTimeout());
        EgressOutcome outcome =
                egress.send(request).await().atMost(config.articleTimeout().plus(MARGIN));
        Instant now = clock.instant();
        if (outcome instanceof EgressOutcome.Answered answered && isDecisive(answered.status())) {
            return new Answer(rules(robots, answered), null, now.plus(kept(answered, now)));
        }
        return new Answer(before, reason(outcome), now.plus(SILENCE_KEPT));
    }

    /** A server that fails or asks for patience has not said what its rules are. */
    private static boolean isDecisive(int status) {
        return status < 500 && status != 429;
    }

    private SimpleRobotRules rules(URI robots, EgressOutcome.Answered answered) {
        if (answered.status() < 200 || answered.status() >= 300) {
            return new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
        }
        return new SimpleRobotRulesParser()
                .parseContent(robots.toString(), answered.body(), "text/plain", List.of(product));
    }

    private static Duration kept(EgressOutcome.Answered answered, Instant now) {
        Duration fresh = new AnswerHeaders(answered.headers()).freshFor(now);
        if (fresh == null || fresh.compareTo(LONGEST_KEPT) > 0) {
            return LONGEST_KEPT;
        }
        return fresh.compareTo(SHORTEST_KEPT) < 0 ? SHORTEST_KEPT : fresh;
    }

    private static String reason(EgressOutcome outcome) {
        if (outcome instanceof EgressOutcome.Answered answered) {
            return FeedClient.reason(answered.status());
        }
        return outcome instanceof EgressOutcome.Refused refused
                ? refused.reason()
                : ((EgressOutcome.Failed) outcome).reason();
    }

    private static String origin(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return (uri.getScheme() + "://" + uri.getHost() + port).toLowerCase(Locale.ROOT);
    }
}
