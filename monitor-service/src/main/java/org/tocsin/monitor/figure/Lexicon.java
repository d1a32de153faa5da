package org.tocsin.monitor.figure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.tocsin.monitor.figure.LexiconFile.Entry;

/** A compiled lexicon: the patterns of one language and those common to all. Immutable. */
final class Lexicon {

    private static final int LONGEST_COMPOUND = 64;
    private static final String AND = "و";

    private final Habits habits;
    private final PatternTree patterns = new PatternTree();
    /** The pieces of compound number words, each with the sense it has there. */
    private final Map<String, Sense> pieces = new HashMap<>();

    /** The first two letters of all pieces, so that most words are turned away at once. */
    private final BitSet pieceStarts = new BitSet();

    private int longestPiece;

    Lexicon(LexiconFile file, LexiconFile common) {
        habits = Habits.from(file.settings());
        file.entries().forEach(this::add);
        common.entries().forEach(this::add);
    }

    Habits habits() {
        return habits;
    }

    private void add(Entry entry) {
        patterns.add(entry.pattern(), entry.sense());
        if (!habits.compounds()) {
            return;
        }
        switch (entry.sense().role()) {
            case CARDINAL, MULTIPLIER, AND -> {
                String piece = Letters.fold(entry.pattern()).replace("*", "");
                if (!piece.contains(" ")) {
                    pieces.putIfAbsent(piece, entry.sense());
                    pieceStarts.set(startOf(piece));
                    longestPiece = Math.max(longestPiece, piece.length());
                }
            }
            default -> {}
        }
    }

    /** Looks every token up. Words inside of a longer phrase have no senses of their own. */
    Sentence look(List<Token> tokens) {
        Sentence sentence = new Sentence(this, tokens);
        PatternTree.Finding finding = new PatternTree.Finding();
        int covered = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (i < covered || !token.isWord()) {
                continue;
            }
            finding.clear();
            patterns.find(tokens, i, 0, finding);
            if (finding.end == 0) {
                findAfterProclitic(sentence, i, finding);
            }
            if (finding.end == 0) {
                findAfterFuture(sentence, i, finding);
            }
            if (finding.end > 0) {
                sentence.put(i, finding.senses, finding.end);
                covered = finding.end;
            }
        }
        return sentence;
    }

    private void findAfterProclitic(Sentence sentence, int i, PatternTree.Finding finding) {
        String form = sentence.token(i).form();
        for (String proclitic : habits.proclitics()) {
            if (form.length() > proclitic.length() + 1 && form.startsWith(proclitic)) {
                patterns.find(sentence.tokens(), i, proclitic.length(), finding);
                if (finding.end > 0) {
                    if (proclitic.startsWith(AND)) {
                        sentence.join(i);
                    }
                    return;
                }
            }
        }
    }

    /** "سيرحلون": the future is a letter before the verb. */
    private void findAfterFuture(Sentence sentence, int i, PatternTree.Finding finding) {
        String form = sentence.token(i).form();
        for (String prefix : habits.futures()) {
            if (form.length() > prefix.length() + 2 && form.startsWith(prefix)) {
                patterns.find(sentence.tokens(), i, prefix.length(), finding);
                if (finding.end > 0) {
                    sentence.postpone(i);
                    return;
                }
            }
        }
    }

    /** The pieces of a compound number word, empty if it is none. */
    List<Sense> split(String form) {
        if (!habits.compounds()
                || form.length() > LONGEST_COMPOUND
                || form.length() < 4
                || !pieceStarts.get(startOf(form))) {
            return List.of();
        }
        List<Sense> found = new ArrayList<>();
        return split(form, 0, found, new boolean[form.length() + 1]) && found.size() > 1 ? found : List.of();
    }

    private static int startOf(String form) {
        return form.length() < 2 ? 0 : form.charAt(0) * 31 + form.charAt(1);
    }

    private boolean split(String form, int from, List<Sense> found, boolean[] hopeless) {
        if (from == form.length()) {
            return true;
        }
        if (hopeless[from]) {
            return false;
        }
        for (int end = Math.min(form.length(), from + longestPiece); end > from; end--) {
            Sense piece = pieces.get(form.substring(from, end));
            if (piece != null) {
                found.add(piece);
                if (split(form, end, found, hopeless)) {
                    return true;
                }
                found.remove(found.size() - 1);
            }
        }
        hopeless[from] = true;
        return false;
    }
}
