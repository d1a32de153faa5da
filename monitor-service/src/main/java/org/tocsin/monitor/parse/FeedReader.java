package org.tocsin.monitor.parse;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.parse.FeedReading.Readable;
import org.tocsin.monitor.parse.FeedReading.Unreadable;

/**
 * Reads RSS 0.9 to 2.0, RDF, Atom, CDF and JSON Feed: strictly first, and tolerantly where that fails or finds less.
 * Document type definitions are never followed and entities never expanded.
 */
public final class FeedReader {

    /** Of the text searched for the shape of the document; everything that decides stands at its beginning. */
    private static final int PROLOGUE = 4_096;

    /** Deeper nesting is flattened: no feed needs it, and parsers take time in the square of the depth. */
    static final int DEEPEST = 100;

    private static final Pattern ENTITY = Pattern.compile("<!ENTITY", Pattern.CASE_INSENSITIVE);
    private static final Pattern FEED_ROOT =
            Pattern.compile("<(?:\\w+:)?(?:rss|rdf|feed|channel|item|entry)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern WEB_PAGE = Pattern.compile("<html\\b|<!doctype\\s+html", Pattern.CASE_INSENSITIVE);

    /**
     * Reads a body.
     *
     * @param body as received, decompressed
     * @param contentType the HTTP header of that name, or null
     * @param base the address that links are relative to
     * @param cut whether the body is only the beginning of what was sent; its last entry is then left for a later poll
     */
    public FeedReading read(byte[] body, @Nullable String contentType, URI base, boolean cut) {
        String text = FeedText.decode(body, contentType);
        if (text.isBlank()) {
            return new Unreadable("The address answered with an empty document.");
        }
        String trimmed = text.stripLeading();
        if (trimmed.startsWith("{")) {
            return JsonFeed.read(trimmed, base);
        }
        if (ENTITY.matcher(text).find()) {
            return new Unreadable("The feed declares XML entities, which are not expanded for safety.");
        }
        String prologue = text.substring(0, Math.min(text.length(), PROLOGUE));
        boolean feed = FEED_ROOT.matcher(prologue).find();
        if (!feed && WEB_PAGE.matcher(prologue).find()) {
            return new Unreadable("The address answered with a web page, not with a feed.");
        }
        return feed ? readXml(text, base, cut) : new Unreadable("The document is neither RSS nor Atom nor JSON Feed.");
    }

    private static FeedReading readXml(String text, URI base, boolean cut) {
        String xml = XmlRepair.prologue(text);
        boolean promising = !cut && !XmlDepth.exceeds(xml, DEEPEST);
        Optional<Feed> strict = promising ? StrictFeed.read(xml, base) : Optional.empty();
        if (strict.isPresent() && isComplete(strict.get())) {
            return new Readable(strict.get());
        }
        Feed tolerant = TolerantFeed.read(xml, base, cut);
        return new Readable(strict.filter(feed -> isBetter(feed, tolerant)).orElse(tolerant));
    }

    private static boolean isComplete(Feed feed) {
        return !feed.entries().isEmpty() && feed.dated() == feed.entries().size();
    }

    private static boolean isBetter(Feed strict, Feed tolerant) {
        return strict.entries().size() > tolerant.entries().size()
                || strict.entries().size() == tolerant.entries().size() && strict.dated() >= tolerant.dated();
    }
}
