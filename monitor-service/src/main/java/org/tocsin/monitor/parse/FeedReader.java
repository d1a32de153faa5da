package org.tocsin.monitor.parse;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.content.EncodedText;
import org.tocsin.monitor.parse.FeedReading.Readable;
import org.tocsin.monitor.parse.FeedReading.Unreadable;

/**
 * Reads RSS 0.9 to 2.0, RDF, Atom, CDF, JSON Feed, CAP and sitemaps, whichever it is: strictly first, and tolerantly
 * where that fails or finds less. Document type definitions are never followed and entities never expanded. Lists of
 * links on web pages and answers of APIs are read when asked for.
 */
public final class FeedReader {

    /** The media type of alerts. */
    static final String CAP_TYPE = "application/cap+xml";

    /** Of the text searched for the shape of the document; everything that decides stands at its beginning. */
    private static final int PROLOGUE = 16 * 1_024;

    /** Deeper nesting is flattened: no feed needs it, and parsers take time in the square of the depth. */
    static final int DEEPEST = 100;

    private static final Pattern FEED_ROOT =
            Pattern.compile("<(?:[\\w.-]{1,30}:)?(?:rss|rdf|feed|channel|item|entry)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern WEB_PAGE = Pattern.compile("<html\\b|<!doctype\\s+html", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINK_TO_ALERT =
            Pattern.compile("<(?:\\w{1,20}:)?link\\s[^<>]{0,2000}" + Pattern.quote(CAP_TYPE), Pattern.CASE_INSENSITIVE);
    private static final String EMPTY = "The address answered with an empty document.";

    /**
     * Reads a feed.
     *
     * @param body as received; a file that is itself compressed (sitemaps are) is unpacked
     * @param contentType the HTTP header of that name, or null
     * @param base the address that links are relative to
     * @param cut whether the body is only the beginning of what was sent; its last entry is then left for a later poll
     */
    public FeedReading read(byte[] body, @Nullable String contentType, URI base, boolean cut) {
        return decoded(body, contentType, text -> {
            String trimmed = text.stripLeading();
            return trimmed.startsWith("{") ? JsonFeed.read(trimmed, base) : markup(text, base, cut);
        });
    }

    /**
     * Reads a web page that lists reports.
     *
     * @param selector CSS selector of the links to follow, or of what holds them; null to find them by their looks
     */
    public FeedReading readPage(byte[] body, @Nullable String contentType, URI base, @Nullable String selector) {
        return decoded(body, contentType, text -> LinkPage.read(text, base, selector));
    }

    /** Reads the JSON answer of an API. */
    public FeedReading readApi(byte[] body, @Nullable String contentType, URI base, FieldMapping mapping) {
        return decoded(body, contentType, text -> JsonApi.read(text, base, mapping));
    }

    /** Whether this is a CSS selector that {@link #readPage} can use. */
    public static boolean isSelector(String selector) {
        return LinkPage.isSelector(selector);
    }

    private static FeedReading decoded(
            byte[] body, @Nullable String contentType, Function<String, FeedReading> reading) {
        String text = EncodedText.decode(Unzipped.of(body), contentType);
        return text.isBlank() ? new Unreadable(EMPTY) : reading.apply(text);
    }

    private static FeedReading markup(String text, URI base, boolean cut) {
        String prologue = text.substring(0, Math.min(text.length(), PROLOGUE));
        boolean page = WEB_PAGE.matcher(prologue).find();
        int feed = place(FEED_ROOT, prologue);
        // Pages have elements of any name; only a feed may have the remains of a page before it.
        int alert = page ? Integer.MAX_VALUE : place(CapFeed.ROOT, prologue);
        int sitemap = page ? Integer.MAX_VALUE : place(SitemapFeed.ROOT, prologue);
        int first = Math.min(feed, Math.min(alert, sitemap));
        if (first == Integer.MAX_VALUE) {
            return new Unreadable(
                    page
                            ? LinkPage.noFeed(text, base)
                            : "The document is neither RSS nor Atom nor JSON Feed, nor a CAP alert, nor a sitemap.");
        }
        String xml = XmlRepair.prologue(text);
        if (first == feed) {
            return feed(xml, base, cut);
        }
        return new Readable(first == alert ? CapFeed.read(xml, base) : SitemapFeed.read(xml, base));
    }

    private static int place(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.start() : Integer.MAX_VALUE;
    }

    private static FeedReading feed(String xml, URI base, boolean cut) {
        boolean promising = !cut && !XmlDepth.exceeds(xml, DEEPEST);
        Optional<Feed> strict = promising ? StrictFeed.read(xml, base) : Optional.empty();
        if (strict.isPresent() && isComplete(strict.get())) {
            return new Readable(strict.get());
        }
        Feed tolerant = TolerantFeed.read(xml, base, cut);
        return new Readable(strict.filter(feed -> isBetter(feed, tolerant)).orElse(tolerant));
    }

    /** An index of alerts shows by the type of its links. */
    static Feed.Kind kindOf(String xml) {
        return LINK_TO_ALERT.matcher(xml).find() ? Feed.Kind.ALERTS : Feed.Kind.ENTRIES;
    }

    private static boolean isComplete(Feed feed) {
        return !feed.entries().isEmpty()
                && feed.fullness() == FeedEntry.FULL * feed.entries().size();
    }

    private static boolean isBetter(Feed strict, Feed tolerant) {
        return strict.entries().size() > tolerant.entries().size()
                || strict.entries().size() == tolerant.entries().size() && strict.fullness() >= tolerant.fullness();
    }
}
