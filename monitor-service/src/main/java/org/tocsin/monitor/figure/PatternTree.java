package org.tocsin.monitor.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A tree of the folded letters of all patterns, walked once from each token; a phrase is found at its first word. */
final class PatternTree {

    private static final Sense[] NONE = {};

    private final Node root = new Node();
    /** Patterns of one word that begin with a star, by their letters from the end. */
    private final Node endings = new Node();

    void add(String pattern, Sense sense) {
        String[] words = words(pattern);
        if (words.length == 1 && words[0].startsWith("*")) {
            String ending = new StringBuilder(words[0].substring(1)).reverse().toString();
            Node node = descend(endings, ending);
            node.open = append(node.open, sense);
            return;
        }
        Node node = root;
        for (int i = 0; i < words.length; i++) {
            boolean star = words[i].endsWith("*");
            node = descend(node, star ? words[i].substring(0, words[i].length() - 1) : words[i]);
            if (i == words.length - 1) {
                if (star) {
                    node.open = append(node.open, sense);
                } else {
                    node.closed = append(node.closed, sense);
                }
            } else if (star) {
                node = node.afterOpen = node.afterOpen == null ? new Node() : node.afterOpen;
            } else {
                node = node.afterClosed = node.afterClosed == null ? new Node() : node.afterClosed;
            }
        }
    }

    /** Finds the longest pattern that begins at the letter of the token, and all its senses. */
    void find(List<Token> tokens, int token, int letter, Finding finding) {
        walk(root, tokens, token, letter, finding);
        if (finding.end <= token && letter == 0) {
            walkBack(tokens.get(token).form(), token, finding);
        }
    }

    private void walk(Node from, List<Token> tokens, int token, int letter, Finding finding) {
        String form = tokens.get(token).form();
        Node node = from;
        for (int i = letter; ; i++) {
            if (node.open.length > 0) {
                finding.offer(node.open, token + 1);
            }
            if (node.afterOpen != null) {
                walkOn(node.afterOpen, tokens, token, finding);
            }
            if (i == form.length()) {
                break;
            }
            node = node.child(form.charAt(i));
            if (node == null) {
                return;
            }
        }
        finding.offer(node.closed, token + 1);
        if (node.afterClosed != null) {
            walkOn(node.afterClosed, tokens, token, finding);
            walkSuffix(node.afterClosed, tokens, token, finding);
        }
    }

    /** "Pakistan'dan": what an apostrophe parts is a word of its own in the pattern. */
    private void walkSuffix(Node from, List<Token> tokens, int token, Finding finding) {
        String suffix = tokens.get(token).suffix();
        Node node = suffix.isEmpty() ? null : from;
        for (int i = 0; i < suffix.length() && node != null; i++) {
            node = node.child(suffix.charAt(i));
        }
        if (node != null) {
            finding.offer(node.closed, token + 1);
            if (node.afterClosed != null) {
                walkOn(node.afterClosed, tokens, token, finding);
            }
        }
    }

    /** Goes on with the next word; the hyphen of a compound word does not separate. */
    private void walkOn(Node node, List<Token> tokens, int token, Finding finding) {
        int next = token + 1;
        if (next + 1 < tokens.size()
                && tokens.get(next).isDash()
                && tokens.get(next).glued()) {
            next++;
        }
        if (next < tokens.size() && tokens.get(next).isWord()) {
            walk(node, tokens, next, 0, finding);
        }
    }

    private void walkBack(String form, int token, Finding finding) {
        Node node = endings;
        for (int i = form.length() - 1; i >= 0; i--) {
            node = node.child(form.charAt(i));
            if (node == null) {
                return;
            }
            finding.offer(node.open, token + 1);
        }
    }

    private static Node descend(Node from, String letters) {
        Node node = from;
        for (int i = 0; i < letters.length(); i++) {
            node = node.childOrNew(letters.charAt(i));
        }
        return node;
    }

    private static Sense[] append(Sense[] senses, Sense sense) {
        if (Arrays.asList(senses).contains(sense)) {
            return senses;
        }
        Sense[] longer = Arrays.copyOf(senses, senses.length + 1);
        longer[senses.length] = sense;
        return longer;
    }

    /** Folded words; hyphens and apostrophes separate, as they do in the text. */
    private static String[] words(String pattern) {
        List<String> words = new ArrayList<>();
        for (String word : pattern.split("[\\s'’-]+")) {
            String folded = Letters.fold(word);
            if (!folded.isEmpty()) {
                words.add(folded);
            }
        }
        return words.toArray(String[]::new);
    }

    /** The longest match so far in tokens, with the senses of all its patterns, the more specific ones first. */
    static final class Finding {
        Sense[] senses = NONE;
        int end;

        void clear() {
            senses = NONE;
            end = 0;
        }

        private void offer(Sense[] found, int foundEnd) {
            if (found.length == 0 || foundEnd < end) {
                return;
            }
            if (foundEnd > end || senses.length == 0) {
                senses = found;
                end = foundEnd;
            } else {
                Sense[] both = Arrays.copyOf(found, found.length + senses.length);
                System.arraycopy(senses, 0, both, found.length, senses.length);
                senses = both;
            }
        }
    }

    private static final class Node {
        /** From this many letters on, a look into a table is faster than a search. */
        private static final int MANY = 6;

        private char[] letters = {};
        private Node[] children = {};
        /** The children by their letter, from the lowest one on; empty where they are few. */
        private @Nullable Node[] byLetter = {};

        private Sense[] closed = NONE;
        private Sense[] open = NONE;
        private @Nullable Node afterClosed;
        private @Nullable Node afterOpen;

        @Nullable
        Node child(char letter) {
            if (byLetter.length > 0) {
                int place = letter - letters[0];
                return place >= 0 && place < byLetter.length ? byLetter[place] : null;
            }
            for (int i = 0; i < letters.length; i++) {
                if (letters[i] == letter) {
                    return children[i];
                }
            }
            return null;
        }

        Node childOrNew(char letter) {
            int index = Arrays.binarySearch(letters, letter);
            if (index >= 0) {
                return children[index];
            }
            int insert = -index - 1;
            letters = Arrays.copyOf(letters, letters.length + 1);
            children = Arrays.copyOf(children, letters.length);
            System.arraycopy(letters, insert, letters, insert + 1, letters.length - insert - 1);
            System.arraycopy(children, insert, children, insert + 1, letters.length - insert - 1);
            letters[insert] = letter;
            children[insert] = new Node();
            if (letters.length >= MANY) {
                spread();
            }
            return children[insert];
        }

        private void spread() {
            byLetter = new Node[letters[letters.length - 1] - letters[0] + 1];
            for (int i = 0; i < letters.length; i++) {
                byLetter[letters[i] - letters[0]] = children[i];
            }
        }
    }
}
