package org.tocsin.monitor.figure;

import java.util.List;
import java.util.Set;

/**
 * Parts that Turkish names by a possessive ending of their number ("45'i kadın 310 göçmen", "ikisi çocuk beş kişi") and
 * before their total, which they are in already.
 */
final class PartitiveReader {

    private static final int REACH = 6;
    private static final Set<String> ENDINGS = Set.of("i", "u", "si", "su");
    private static final Set<String> WORDS = Set.of(
            "ikisi", "ucu", "dordu", "besi", "altisi", "yedisi", "sekizi", "dokuzu", "onu", "yuzu", "bini", "milyonu");
    private static final List<String> ABLATIVES = List.of("den", "dan", "ten", "tan");

    private final Sentence sentence;

    PartitiveReader(Sentence sentence) {
        this.sentence = sentence;
    }

    /** Drops the parts before a total and the number that another has replaced; marks the parts behind one. */
    void sort(List<Candidate> candidates) {
        for (int i = candidates.size() - 1; i >= 0; i--) {
            Candidate candidate = candidates.get(i);
            Candidate next = i + 1 < candidates.size() ? candidates.get(i + 1) : null;
            if (next != null && (isPartOf(candidate, next) || isReplaced(candidate, next))) {
                candidates.remove(i);
            } else if (i > 0 && isPartitive(candidate) && isWhole(candidates.get(i - 1), candidate)) {
                candidate.markShare();
            }
        }
    }

    private boolean isPartOf(Candidate candidate, Candidate next) {
        boolean close =
                next.from() - candidate.to() <= REACH && candidate.counted().action() == null;
        return close && !isDeedBetween(candidate, next) && (isPartitive(candidate) || isAmong(candidate, next));
    }

    /** "Aralarında 12 kadının da bulunduğu 81 Afgan". */
    private boolean isAmong(Candidate candidate, Candidate next) {
        boolean opened = sentence.hasWith(sentence.before(candidate.from()), Role.PART, null);
        for (int i = candidate.to(); opened && i < next.from(); i++) {
            if (sentence.hasWith(i, Role.PART, "AFTER")) {
                return true;
            }
        }
        return false;
    }

    /** "310 göçmenden 200'ü". */
    private boolean isWhole(Candidate whole, Candidate part) {
        return part.from() == whole.to() && endsIn(whole, ABLATIVES);
    }

    /** "12'den 19'a çıktı". */
    private boolean isReplaced(Candidate candidate, Candidate next) {
        return candidate.counted().elliptical()
                && next.from() == candidate.to()
                && endsIn(candidate, ABLATIVES)
                && next.counted().elliptical()
                && endsIn(next, List.of("a", "e"));
    }

    private boolean endsIn(Candidate candidate, List<String> endings) {
        Token last = sentence.token(candidate.to() - 1);
        String form = last.isWord() && last.suffix().isEmpty() ? last.form() : last.suffix();
        return endings.stream().anyMatch(form::endsWith);
    }

    private boolean isPartitive(Candidate candidate) {
        Token last = sentence.token(candidate.quantity().to() - 1);
        return last.isWord() ? WORDS.contains(last.form()) : ENDINGS.contains(last.suffix());
    }

    private boolean isDeedBetween(Candidate candidate, Candidate next) {
        for (int i = candidate.to(); i < next.from(); i++) {
            boolean deed = sentence.has(i, Role.VERB, Role.PASSIVE) || sentence.has(i, Role.EITHER, Role.NEUTRAL);
            if (deed) {
                return true;
            }
        }
        return false;
    }
}
