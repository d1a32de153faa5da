package org.tocsin.monitor.detect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.tocsin.monitor.text.LetterFold;
import org.tocsin.monitor.text.TextAnalyzer;

/** Collects the patterns of one language and compiles them into a {@link TermAutomaton}. */
final class TermCompiler {

    /** How often sets may refer to sets. */
    private static final int DEEPEST = 8;

    /** Resolves a set's name to its patterns in this language. */
    interface Sets {
        /** @throws IllegalArgumentException if there is no such set */
        List<String> patterns(String name);
    }

    private final TextAnalyzer analyzer;
    private final Map<String, Integer> atoms = new HashMap<>();
    private final Map<String, Collection<Integer>> light = new HashMap<>();
    private final Map<String, Collection<Integer>> stems = new HashMap<>();
    private final Affixes affixes = new Affixes();
    private final List<TermAutomaton.Phrase> pairs = new ArrayList<>();
    private final List<List<TermAutomaton.Phrase>> byFirstAtom = new ArrayList<>();

    private int concepts;

    TermCompiler(TextAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** @throws IllegalArgumentException with a sentence that says what is wrong with the pattern */
    void add(int concept, String pattern, Sets sets) {
        add(concept, pattern, sets, 0);
    }

    private void add(int concept, String pattern, Sets sets, int depth) {
        PatternParser.expand(pattern).forEach(written -> addWritten(concept, pattern, written, sets, depth));
    }

    private void addWritten(int concept, String pattern, String written, Sets sets, int depth) {
        List<PatternParser.Element> parsed = PatternParser.parse(written);
        if (parsed.size() == 1 && parsed.get(0).items().size() == 1) {
            PatternParser.Item only = parsed.get(0).items().get(0);
            if (only.kind() == PatternParser.Kind.SET) {
                for (String inner : resolve(only.text(), sets, depth)) {
                    add(concept, inner, sets, depth + 1);
                }
                return;
            }
        }
        List<int[]> elements = new ArrayList<>();
        List<Integer> gaps = new ArrayList<>();
        for (PatternParser.Element element : parsed) {
            List<int[]> words = elementAtoms(element, sets);
            for (int i = 0; i < words.size(); i++) {
                elements.add(words.get(i));
                gaps.add(i == 0 ? element.gap() : 0);
            }
        }
        concepts = Math.max(concepts, concept + 1);
        var phrase = new TermAutomaton.Phrase(
                concept,
                pattern,
                elements.toArray(int[][]::new),
                gaps.stream().mapToInt(Integer::intValue).toArray());
        if (PairTable.takes(phrase)) {
            pairs.add(phrase);
            return;
        }
        for (int atom : elements.get(0)) {
            byFirstAtom.get(atom).add(phrase);
        }
    }

    private static List<String> resolve(String name, Sets sets, int depth) {
        if (depth >= DEEPEST) {
            throw new IllegalArgumentException("The set @" + name + " refers to itself or too deeply to other sets.");
        }
        return sets.patterns(name);
    }

    /** One array of atoms per word; several where a single alternative is written with a hyphen or blank. */
    private List<int[]> elementAtoms(PatternParser.Element element, Sets sets) {
        if (element.items().size() == 1 && element.items().get(0).kind() == PatternParser.Kind.LIGHT) {
            return words(element.items().get(0).text()).stream()
                    .map(word -> new int[] {lightAtom(word)})
                    .toList();
        }
        Set<Integer> any = new TreeSet<>();
        for (PatternParser.Item item : element.items()) {
            itemAtoms(item, sets, 0, any);
        }
        if (any.isEmpty()) {
            throw new IllegalArgumentException("A referenced set has no single words in this language.");
        }
        return List.of(any.stream().mapToInt(Integer::intValue).toArray());
    }

    private void itemAtoms(PatternParser.Item item, Sets sets, int depth, Set<Integer> into) {
        switch (item.kind()) {
            case SET -> {
                for (String pattern : resolve(item.text(), sets, depth)) {
                    List<PatternParser.Element> inner = PatternParser.parse(pattern);
                    // Only its single words: a phrase cannot fill one position.
                    if (inner.size() == 1) {
                        inner.get(0).items().forEach(i -> itemAtoms(i, sets, depth + 1, into));
                    }
                }
            }
            case LIGHT -> {
                List<String> words = words(item.text());
                if (words.size() == 1) {
                    into.add(lightAtom(words.get(0)));
                }
            }
            case STEM -> into.add(stemAtom(item.text()));
            case PREFIX, SUFFIX, CONTAINS -> into.add(affixAtom(item));
        }
    }

    private List<String> words(String text) {
        List<String> words = analyzer.lightForms(text);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("'" + text + "' has no letters or digits.");
        }
        return words;
    }

    private int stemAtom(String word) {
        List<String> found = analyzer.stems(word);
        if (found.isEmpty()) {
            throw new IllegalArgumentException("'" + word + "' has no letters or digits.");
        }
        return atom('~', found.get(0), stems);
    }

    private int lightAtom(String word) {
        return atom('=', word, light);
    }

    private int atom(char kind, String form, Map<String, Collection<Integer>> index) {
        int atom = atoms.computeIfAbsent(kind + form, key -> newAtom());
        index.computeIfAbsent(form, key -> new LinkedHashSet<>()).add(atom);
        return atom;
    }

    private int affixAtom(PatternParser.Item item) {
        String folded = LetterFold.fold(item.text());
        if (folded.length() < 2) {
            throw new IllegalArgumentException("'" + item.text() + "' is too short for a part of a word.");
        }
        Integer known = atoms.get(item.kind() + folded);
        if (known != null) {
            return known;
        }
        int atom = newAtom();
        atoms.put(item.kind() + folded, atom);
        affixes.add(item.kind(), folded, atom);
        return atom;
    }

    private int newAtom() {
        byFirstAtom.add(new ArrayList<>());
        return byFirstAtom.size() - 1;
    }

    TermAutomaton compile() {
        affixes.build();
        return new TermAutomaton(
                new WordTable(light, stems),
                affixes,
                PairTable.of(pairs),
                byFirstAtom.stream().map(TermAutomaton.Beginning::of).toArray(TermAutomaton.Beginning[]::new),
                concepts);
    }
}
