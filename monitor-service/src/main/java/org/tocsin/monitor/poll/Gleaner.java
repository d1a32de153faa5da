package org.tocsin.monitor.poll;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.content.CanonicalUrl;
import org.tocsin.monitor.document.DocumentIntake;
import org.tocsin.monitor.fetch.FeedClient;
import org.tocsin.monitor.fetch.FetchResult;
import org.tocsin.monitor.parse.Feed;
import org.tocsin.monitor.parse.FeedEntry;
import org.tocsin.monitor.source.SourceFormat;

/** Fetches what a feed only points to: the pages of its reports, and alerts that have documents of their own. */
@ApplicationScoped
class Gleaner {

    private static final int LONGEST_PAUSE = 10;
    /** A page that fails so often is given up; the title alone must do. */
    private static final int MOST_TRIES = 3;

    private static final int TEASER = 700;

    private final FeedClient client;
    private final DocumentIntake intake;
    private final PollConfig config;
    private final Clock clock;
    private final ReportPages pages = new ReportPages();
    private final Tries tries = new Tries();

    Gleaner(FeedClient client, DocumentIntake intake, PollConfig config, Clock clock) {
        this.client = client;
        this.intake = intake;
        this.config = config;
        this.clock = clock;
    }

    /** The entries with what their pages say, as far as the limits of one visit allow; the newest first. */
    Harvest glean(DuePoll poll, Feed feed) {
        List<FeedEntry> ready = new ArrayList<>();
        List<FeedEntry> pending = new ArrayList<>();
        for (FeedEntry entry : feed.entries()) {
            (needsPage(poll, feed, entry) ? pending : ready).add(entry);
        }
        if (pending.isEmpty()) {
            return Harvest.all(feed);
        }
        Set<String> known = intake.known(
                poll.source().id(),
                pending.stream().map(EntryDocuments::id).distinct().toList());
        pending.removeIf(entry ->
                known.contains(EntryDocuments.id(entry)) || tries.areOver(poll.source(), EntryDocuments.id(entry)));
        pending.sort(Comparator.comparing(Gleaner::date).reversed());
        int left = fetch(poll, pending, ready);
        return new Harvest(feed, ready, left);
    }

    /** Adds to {@code ready} what can be taken in; returns how many entries wait for another visit. */
    private int fetch(DuePoll poll, List<FeedEntry> pending, List<FeedEntry> ready) {
        Instant end = clock.instant().plus(config.articleTime());
        String host = CanonicalUrl.hostOf(poll.uri());
        int left = 0;
        int fetched = 0;
        for (FeedEntry entry : pending) {
            URI link = Objects.requireNonNull(entry.link(), "only entries with a link need a page");
            if (fetched >= config.articlesPerVisit() || clock.instant().isAfter(end)) {
                left++;
                continue;
            }
            if (host.equals(CanonicalUrl.hostOf(link))) {
                pause(link);
            }
            host = CanonicalUrl.hostOf(link);
            fetched++;
            List<FeedEntry> found = page(poll, entry, link);
            left += found == null ? 1 : 0;
            ready.addAll(found == null ? List.of() : found);
        }
        return left;
    }

    /** The entries made of the page, perhaps none; null when it is to be tried again. */
    private @Nullable List<FeedEntry> page(DuePoll poll, FeedEntry entry, URI link) {
        FetchResult result = client.report(link, poll.reading().ignoreRobots());
        if (result instanceof FetchResult.Modified page) {
            List<FeedEntry> found = pages.read(entry, page);
            if (found.isEmpty()) {
                tries.end(poll.source(), EntryDocuments.id(entry));
            }
            return found;
        }
        // What the feed says is worth more now than the whole report an hour later.
        boolean enough = !entry.text().isBlank();
        int failures = tries.count(poll.source(), EntryDocuments.id(entry));
        if (failures >= MOST_TRIES && entry.text().isBlank() && entry.title().isBlank()) {
            tries.end(poll.source(), EntryDocuments.id(entry));
        }
        return enough || failures >= MOST_TRIES ? List.of(entry) : null;
    }

    private static boolean needsPage(DuePoll poll, Feed feed, FeedEntry entry) {
        if (entry.link() == null) {
            return false;
        }
        return switch (feed.kind()) {
            case REPORTS -> false;
            case ALERTS -> true;
            case LINKS -> entry.text().isBlank();
            case ENTRIES ->
                poll.reading().format() == SourceFormat.CAP || poll.reading().wantsArticles() && isTeaser(entry.text());
        };
    }

    private static boolean isTeaser(String text) {
        return text.length() < TEASER || text.endsWith("…") || text.endsWith("...") || text.endsWith("]");
    }

    private static Instant date(FeedEntry entry) {
        return entry.publishedAt() == null ? Instant.MIN : entry.publishedAt();
    }

    private void pause(URI link) {
        Duration asked = client.pause(link);
        Duration longest = config.articlePause().multipliedBy(LONGEST_PAUSE);
        Duration pause = asked.compareTo(longest) > 0 ? longest : asked;
        LockSupport.parkNanos(Math.max(config.articlePause().toNanos(), pause.toNanos()));
    }
}
