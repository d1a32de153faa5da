package org.tocsin.monitor.poll;

import java.net.URI;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.tocsin.monitor.fetch.FeedClient;
import org.tocsin.monitor.fetch.FetchResult;
import org.tocsin.monitor.parse.Feed;
import org.tocsin.monitor.parse.FeedReader;
import org.tocsin.monitor.parse.FeedReading;
import org.tocsin.monitor.source.SourceReading;

/** Reads what a source sent as the source says it is to be read, and fetches what that leads to. */
@ApplicationScoped
class SourceReader {

    /** Of an index of sitemaps, the most recent ones only: older ones do not change. */
    private static final int MOST_NESTED = 2;

    private final FeedClient client;
    private final Gleaner gleaner;
    private final FeedReader reader = new FeedReader();

    SourceReader(FeedClient client, Gleaner gleaner) {
        this.client = client;
        this.gleaner = gleaner;
    }

    FeedReading read(DuePoll poll, FetchResult.Modified sent) {
        SourceReading how = poll.reading();
        return switch (how.format()) {
            case HTML -> reader.readPage(sent.body(), sent.contentType(), sent.uri(), how.links());
            case JSON ->
                reader.readApi(
                        sent.body(),
                        sent.contentType(),
                        sent.uri(),
                        Objects.requireNonNull(how.mapping(), "checked when the source was entered"));
            case AUTO, RSS, ATOM, JSONFEED, CAP, SITEMAP ->
                reader.read(sent.body(), sent.contentType(), sent.uri(), sent.cut());
        };
    }

    Harvest harvest(DuePoll poll, Feed feed) {
        Feed whole = feed;
        List<URI> nested = feed.nested();
        for (URI part : nested.subList(0, Math.min(nested.size(), MOST_NESTED))) {
            boolean ignoreRobots = poll.reading().ignoreRobots();
            if (client.report(part, ignoreRobots) instanceof FetchResult.Modified sent
                    && reader.read(sent.body(), sent.contentType(), sent.uri(), sent.cut())
                            instanceof FeedReading.Readable readable) {
                whole = whole.and(readable.feed());
            }
        }
        return gleaner.glean(poll, whole);
    }
}
