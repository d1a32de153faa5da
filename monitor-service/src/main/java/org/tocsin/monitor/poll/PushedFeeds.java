package org.tocsin.monitor.poll;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.document.DocumentIntake;
import org.tocsin.monitor.parse.Feed;
import org.tocsin.monitor.parse.FeedReader;
import org.tocsin.monitor.parse.FeedReading;

/** Takes in feeds that are brought to us, as if we had fetched them. */
@ApplicationScoped
public class PushedFeeds {

    private final PollRepository polls;
    private final DocumentIntake intake;
    private final Clock clock;
    private final FeedReader reader = new FeedReader();

    PushedFeeds(PollRepository polls, DocumentIntake intake, Clock clock) {
        this.polls = polls;
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * Takes in what a source's hub sent. What needs more than that, such as the pages of its reports, or cannot be read,
     * makes the source due at once instead.
     */
    @Transactional
    public void accept(UUID source, byte[] body, @Nullable String contentType) {
        Optional<DuePoll> found = polls.find(source);
        if (found.isEmpty()) {
            return;
        }
        DuePoll poll = found.get();
        FeedReading reading = reader.read(body, contentType, poll.uri(), false);
        boolean complete = reading instanceof FeedReading.Readable readable
                && readable.feed().kind() == Feed.Kind.ENTRIES
                && !poll.reading().wantsArticles();
        if (complete) {
            Feed feed = ((FeedReading.Readable) reading).feed();
            intake.accept(EntryDocuments.of(feed.entries(), poll, clock.instant()));
        } else {
            polls.bringForward(source, clock.instant());
        }
    }
}
