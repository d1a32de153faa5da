package org.tocsin.monitor.article;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.content.EncodedText;

import net.dankito.readability4j.Readability4J;

/**
 * Reads the report on a web page by asking several ways and trusting none alone: Mozilla's Readability, on the page as it
 * is and without its furniture; the densest part of the page; and what the publisher tells search engines (JSON-LD).
 */
public final class ArticleReader {

    /** Deeper nesting is flattened: no page needs it, and traversals take time in the square of the depth. */
    private static final int DEEPEST = 200;
    /** Readability looks at all descendants of every element; pages beyond any newspaper's are read in the other ways. */
    private static final int MOST_STEPS = 150_000;
    /** Below this part of what another way found, a way has missed the report. */
    private static final double MISSED = 0.7;
    /** Letters of prose below which a page has no report. */
    private static final int SHORTEST = 140;

    /** Reads a page as it was received. */
    public Optional<Article> read(byte[] body, @Nullable String contentType, URI base) {
        return read(EncodedText.decode(body, contentType), base);
    }

    /** Reads a page; nothing when it holds no report. */
    Optional<Article> read(String html, URI base) {
        Document page = Jsoup.parse(html, base.toString(), Parser.htmlParser().setMaxDepth(DEEPEST));
        PageFacts facts = PageFacts.of(page);
        Document bare = page.clone();
        Furniture.removeFrom(bare);
        BlockText found = best(page, bare, facts, base);
        BlockText body = PublishersOwn.reconcile(facts.articleBody(), found);
        return body.prose() < SHORTEST
                ? Optional.empty()
                : Optional.of(new Article(facts.title(), body.text(), facts.publishedAt()));
    }

    private static BlockText best(Document page, Document bare, PageFacts facts, URI base) {
        BlockText dense = MainPart.of(bare)
                .map(part -> BlockText.of(part).withoutFurniture(facts.titles()))
                .orElse(BlockText.NONE);
        BlockText readable = readable(bare, base, facts);
        BlockText unspoilt = readable(page, base, facts);
        BlockText precise = richer(readable, dense);
        // Where taking the furniture away took most of the report away, it was none.
        return precise.prose() < MISSED * unspoilt.prose() ? unspoilt : precise;
    }

    /** Readability's answer, unless it has missed much of what the densest part holds or dragged in much else. */
    private static BlockText richer(BlockText readable, BlockText dense) {
        if (readable.prose() < MISSED * dense.prose()) {
            return dense;
        }
        boolean dragged = dense.prose() > MISSED * readable.prose() && readable.other() > 2 * dense.other() + SHORTEST;
        return dragged ? dense : readable;
    }

    private static BlockText readable(Document page, URI base, PageFacts facts) {
        if (Steps.of(page) > MOST_STEPS) {
            return BlockText.NONE;
        }
        try {
            Element content =
                    new Readability4J(base.toString(), page.clone()).parse().getArticleContent();
            return content == null ? BlockText.NONE : BlockText.of(content).withoutFurniture(facts.titles());
        } catch (RuntimeException e) {
            // A page that trips the library is read in the other ways.
            return BlockText.NONE;
        }
    }

    /** The same for tests that compare the ways: Readability alone, as it comes. */
    static List<Block> readabilityAlone(String html, URI base) {
        Element content = new Readability4J(base.toString(), html).parse().getArticleContent();
        return content == null ? List.of() : BlockText.of(content).blocks();
    }
}
