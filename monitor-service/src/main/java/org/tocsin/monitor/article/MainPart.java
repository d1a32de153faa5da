package org.tocsin.monitor.article;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Finds the element with the most running text and the least of anything else. Every block counts its letters, for the
 * element when it is prose and against it when it is not; the element with the greatest sum is the report's.
 */
final class MainPart {

    /** What a block that is no prose costs, whatever its length. */
    private static final int NUISANCE = 20;

    private MainPart() {}

    static Optional<Element> of(Document page) {
        Weights weights = new Weights();
        page.body().traverse(weights);
        return Optional.ofNullable(weights.best);
    }

    private static final class Weights implements NodeVisitor {

        private final Map<Node, Integer> sums = new IdentityHashMap<>();
        private @Nullable Element best;
        private int most;

        @Override
        public void head(Node node, int depth) {
            // A sum is complete when all children have been seen.
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            boolean leaf = isLeaf(element);
            Integer collected = sums.remove(element);
            int sum = leaf ? weight(element) : (collected == null ? 0 : collected) + weightOfOwnText(element);
            if (sum > most) {
                most = sum;
                best = leaf && element.parent() != null ? element.parent() : element;
            }
            if (element.parent() != null && !isInline(element)) {
                sums.merge(element.parent(), sum, Integer::sum);
            }
        }

        private static boolean isInline(Element element) {
            return !element.isBlock() && !element.nameIs("td");
        }

        private static boolean isLeaf(Element element) {
            return !isInline(element)
                    && element.children().stream().allMatch(child -> isInline(child) && !child.nameIs("br"))
                    && element.hasText();
        }

        private static int weight(Element leaf) {
            return BlockText.of(leaf).blocks().stream()
                    .mapToInt(block -> block.isProse()
                            ? block.text().length() - block.linked()
                            : block.kind() == Block.Kind.HEADING ? 0 : -block.linked() - NUISANCE)
                    .sum();
        }

        /** Text beside child blocks: old pages part their paragraphs by line breaks only. */
        private static int weightOfOwnText(Element element) {
            int own = element.ownText().length();
            return own > 2 * NUISANCE ? own : 0;
        }
    }
}
