package org.tocsin.monitor.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Weighs what the page shows against the text that the publisher gives to search engines. That text is exact where it is
 * whole, but often only the part before a paywall, and mostly without paragraphs.
 */
final class PublishersOwn {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final int SHINGLE = 3;
    private static final int SHORTEST = 200;
    /** Part of the publisher's text that the page shows, above which the two are the same report. */
    private static final double SAME = 0.85;

    private static final double MOST_OF_BLOCK = 0.5;
    /** Part of the page's text that the publisher's has, below which it may be a mere beginning. */
    private static final double WHOLE = 0.75;

    private PublishersOwn() {}

    /** The better of both: the page's blocks as far as the publisher confirms them, or one of the two as it is. */
    static BlockText reconcile(String articleBody, BlockText page) {
        if (articleBody.length() < SHORTEST) {
            return page;
        }
        Set<String> own = shingles(articleBody);
        Set<String> shown = shingles(page.text());
        long common = own.stream().filter(shown::contains).count();
        if (common < SAME * own.size()) {
            return articleBody.length() > page.prose() ? paragraphs(articleBody) : page;
        }
        List<Block> confirmed = new ArrayList<>();
        for (Block block : page.blocks()) {
            if (isConfirmed(block, own)) {
                confirmed.add(block);
            }
        }
        boolean whole = own.size() >= WHOLE * shown.size() || !isBeginning(confirmed, page);
        return whole ? new BlockText(confirmed) : page;
    }

    private static boolean isConfirmed(Block block, Set<String> own) {
        Set<String> shingles = shingles(block.text());
        if (shingles.isEmpty()) {
            // Two words prove nothing; a label is the likelier.
            return block.isProse();
        }
        return shingles.stream().filter(own::contains).count() >= MOST_OF_BLOCK * shingles.size();
    }

    /** Whether the report goes on, in running text, after the last confirmed block. */
    private static boolean isBeginning(List<Block> confirmed, BlockText page) {
        if (confirmed.isEmpty()) {
            return true;
        }
        int last = page.blocks().lastIndexOf(confirmed.get(confirmed.size() - 1));
        return page.blocks().subList(last + 1, page.blocks().size()).stream()
                        .filter(Block::isProse)
                        .count()
                > 1;
    }

    private static BlockText paragraphs(String text) {
        return new BlockText(text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> new Block(line, 0, Block.Kind.PARAGRAPH))
                .toList());
    }

    private static Set<String> shingles(String text) {
        List<String> words = Arrays.stream(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
        Set<String> shingles = new HashSet<>();
        for (int i = 0; i + SHINGLE <= words.size(); i++) {
            shingles.add(String.join(" ", words.subList(i, i + SHINGLE)));
        }
        return shingles;
    }
}
