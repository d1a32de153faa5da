package org.tocsin.monitor.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.tocsin.monitor.content.PlainText;

/** A text as a list of blocks, in their order on the page. */
record BlockText(List<Block> blocks) {

    static final BlockText NONE = new BlockText(List.of());

    BlockText {
        blocks = List.copyOf(blocks);
    }

    static BlockText of(Element part) {
        Collector collector = new Collector();
        part.traverse(collector);
        collector.close();
        return new BlockText(collector.blocks);
    }

    BlockText withoutFurniture(Set<String> titles) {
        return new BlockText(Labels.remove(blocks, titles));
    }

    /** Letters of running text. */
    int prose() {
        return blocks.stream()
                .filter(Block::isProse)
                .mapToInt(block -> block.text().length())
                .sum();
    }

    /** Letters of everything else. */
    int other() {
        return blocks.stream().mapToInt(block -> block.text().length()).sum() - prose();
    }

    String text() {
        return blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
    }

    private static final class Collector implements NodeVisitor {

        private static final Set<String> NOT_READ = Set.of("script", "style", "noscript", "template", "title");

        private final List<Block> blocks = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private Block.Kind kind = Block.Kind.PARAGRAPH;
        private int linked;
        private int links;
        private int unread;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words && unread == 0) {
                text.append(words.getWholeText());
                linked += links > 0 ? words.text().strip().length() : 0;
            } else if (node instanceof Element element) {
                if (breaks(element)) {
                    close();
                    kind = kind(element);
                }
                links += element.nameIs("a") ? 1 : 0;
                unread += NOT_READ.contains(element.normalName()) ? 1 : 0;
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                links -= element.nameIs("a") ? 1 : 0;
                unread -= NOT_READ.contains(element.normalName()) ? 1 : 0;
                if (breaks(element)) {
                    close();
                    kind = Block.Kind.PARAGRAPH;
                }
            }
        }

        void close() {
            String line = PlainText.line(text.toString().replace('\u00A0', ' '));
            if (!line.isEmpty()) {
                blocks.add(new Block(line, linked, kind));
            }
            text.setLength(0);
            linked = 0;
        }

        private static boolean breaks(Element element) {
            return element.isBlock() || element.nameIs("br") || element.nameIs("td") || element.nameIs("figcaption");
        }

        private static Block.Kind kind(Element element) {
            String name = element.normalName();
            if (name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1))) {
                return Block.Kind.HEADING;
            }
            return name.equals("li") || name.equals("td") || name.equals("dt") ? Block.Kind.ITEM : Block.Kind.PARAGRAPH;
        }
    }
}
