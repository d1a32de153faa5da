package org.tocsin.monitor.article;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/**
 * Estimates what Readability costs: it looks below each element, which adds up to the depths of all nodes, and takes
 * children out one by one, which takes time in the square of their number.
 */
final class Steps implements NodeVisitor {

    /** Moving a child is much cheaper than looking at it. */
    private static final long MOVES_PER_STEP = 20;

    private long steps;

    private Steps() {}

    static long of(Document page) {
        Steps counter = new Steps();
        page.traverse(counter);
        return counter.steps;
    }

    @Override
    public void head(Node node, int depth) {
        long children = node.childNodeSize();
        steps += depth + children * children / MOVES_PER_STEP;
    }
}
