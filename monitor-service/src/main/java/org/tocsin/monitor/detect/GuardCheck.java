package org.tocsin.monitor.detect;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.detect.RuleSet.CompiledGuard;
import org.tocsin.monitor.detect.RuleSet.CompiledRule;
import org.tocsin.monitor.text.Tokens;

/** Looks around a match for cues that take it back or mark it as planned. */
final class GuardCheck {

    /** Solar years of the Iranian and Afghan calendar in use today lie so far behind Gregorian ones. */
    private static final int SOLAR_OFFSET = 621;

    private static final int YEAR_REACH = 14;
    private static final int YEAR_LEAD_REACH = 2;
    /** A year so long ago that the whole document is about history. */
    private static final int LONG_AGO = 8;

    private final RuleSet rules;
    private final String language;
    private final Tokens tokens;
    private final Hits hits;
    private final List<Quantity> quantities;
    private final int publishedYear;

    GuardCheck(RuleSet rules, String language, Tokens tokens, Hits hits, List<Quantity> quantities, int publishedYear) {
        this.rules = rules;
        this.language = language;
        this.tokens = tokens;
        this.hits = hits;
        this.quantities = quantities;
        this.publishedYear = publishedYear;
    }

    boolean planned(CompiledRule rule, Hit trigger) {
        for (CompiledGuard guard : rule.guards()) {
            if (guard.source().kind() == Guard.Kind.PLANNED && cue(guard, trigger) != null) {
                return true;
            }
        }
        return false;
    }

    /** The first guard that takes the match back, or null. */
    Match.@Nullable GuardHit check(CompiledRule rule, Match match) {
        Hit trigger = new Hit(-1, match.name(), match.triggerFirst(), match.triggerLast());
        for (CompiledGuard guard : rule.guards()) {
            if (guard.source().kind() != Guard.Kind.PLANNED && !outnumbered(guard, rule, match.sentence())) {
                Hit cue = cue(guard, trigger);
                if (cue != null) {
                    return new Match.GuardHit(
                            guard.source().kind(),
                            cue.pattern(),
                            cue.first(),
                            cue.last(),
                            guard.source().spreads());
                }
            }
        }
        if (tokens.asks(match.sentence())) {
            return question(match);
        }
        Match.GuardHit year = pastYear(trigger, match.sentence());
        return year != null ? year : tooFew(rule.source().figure(), match.sentence());
    }

    /** "28 Afghans, one of them convicted of murder": who is counted in dozens is no single person. */
    private boolean outnumbered(CompiledGuard guard, CompiledRule rule, int sentence) {
        FigureCondition condition = rule.source().figure();
        if (guard.source().kind() != Guard.Kind.SINGLE || condition == null || condition.vetoBelow() == 0) {
            return false;
        }
        Quantity largest = largest(condition, sentence);
        return largest != null && largest.people() >= condition.vetoBelow();
    }

    private @Nullable Hit cue(CompiledGuard guard, Hit trigger) {
        Set<String> languages = guard.source().languages();
        if (!languages.isEmpty() && !languages.contains(language)) {
            return null;
        }
        for (int concept : guard.cues()) {
            if (hits.occurs(concept)) {
                Hit cue = cue(guard, concept, trigger);
                if (cue != null) {
                    return cue;
                }
            }
        }
        return null;
    }

    private @Nullable Hit cue(CompiledGuard guard, int concept, Hit trigger) {
        Guard.Where where = guard.source().where();
        if (where == Guard.Where.NEARBY) {
            return cueNearby(guard, concept, trigger);
        }
        boolean anywhere = where == Guard.Where.DOCUMENT || where == Guard.Where.TITLE;
        int sentence = tokens.sentence(trigger.first());
        int end = hits.end(concept);
        int position = anywhere ? hits.begin(concept) : hits.from(concept, tokens.sentenceStart(trigger.first()));
        for (; position < end; position++) {
            Hit cue = hits.hit(hits.at(position));
            if (!anywhere && tokens.sentence(cue.first()) != sentence
                    || where == Guard.Where.TITLE && !tokens.inTitle(cue.first())) {
                return null;
            }
            if (counts(where, guard.source().words(), cue, trigger) && !excused(guard, cue)) {
                return cue;
            }
        }
        return null;
    }

    private @Nullable Hit cueNearby(CompiledGuard guard, int concept, Hit trigger) {
        for (int near : hits.nearby(concept, trigger.first())) {
            Hit cue = hits.hit(near);
            if (!excused(guard, cue)) {
                return cue;
            }
        }
        return null;
    }

    private boolean counts(Guard.Where where, int words, Hit cue, Hit trigger) {
        boolean before = cue.last() < trigger.first() && trigger.first() - cue.last() <= words;
        boolean after = cue.first() > trigger.last() && cue.first() - trigger.last() <= words;
        boolean overlaps = cue.first() <= trigger.last() && cue.last() >= trigger.first();
        // "Passports were never confiscated": a pattern with a gap closes around what denies its verb.
        boolean within = cue.first() > trigger.first() && cue.last() < trigger.last();
        return switch (where) {
            case BEFORE -> before || within;
            case AFTER -> after;
            case NEAR -> before || after || overlaps;
            case SENTENCE, NEARBY, DOCUMENT -> true;
            case TITLE -> tokens.inTitle(cue.first());
        };
    }

    private boolean excused(CompiledGuard guard, Hit cue) {
        for (int concept : guard.unless()) {
            if (meets(concept, cue.first(), cue.last(), 0)) {
                return true;
            }
        }
        return guard.unlessCounted().length > 0 && othersAreCounted(guard, cue);
    }

    /** "120 migrants and three smugglers were arrested": the smugglers do not make the migrants smugglers. */
    private boolean othersAreCounted(CompiledGuard guard, Hit cue) {
        FigureCondition condition = guard.figure();
        if (condition == null) {
            return false;
        }
        for (Quantity quantity : quantities) {
            if (quantity.lastToken() < cue.first()
                    && quantity.people() >= condition.vetoBelow()
                    && condition.actions().contains(quantity.action())
                    && counts(quantity, guard.unlessCounted())) {
                return true;
            }
        }
        return false;
    }

    private boolean counts(Quantity quantity, int[] concepts) {
        for (int concept : concepts) {
            if (meets(concept, quantity.firstToken(), quantity.lastToken(), 0)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the concept stands within so many words of these, in the sentence of the first. */
    private boolean meets(int concept, int first, int last, int reach) {
        int sentence = tokens.sentence(first);
        int end = hits.end(concept);
        for (int position = hits.from(concept, tokens.sentenceStart(first)); position < end; position++) {
            int hit = hits.at(position);
            if (tokens.sentence(hits.first(hit)) != sentence || hits.first(hit) > last + reach) {
                return false;
            }
            if (hits.last(hit) >= first - reach) {
                return true;
            }
        }
        return false;
    }

    /** Nothing has happened that is asked for; a headline that ends as a question asks for the whole report. */
    private Match.GuardHit question(Match match) {
        int last = tokens.sentenceEnd(match.triggerFirst()) - 1;
        return new Match.GuardHit(Guard.Kind.HYPOTHETICAL, "?", last, last, last == tokens.textStart() - 1);
    }

    /** "In 1944", "im Jahr 2015", "در سال ۱۳۸۶": a year before the last one, introduced as a date. */
    private Match.@Nullable GuardHit pastYear(Hit trigger, int sentence) {
        if (rules.years().lead().length == 0) {
            return null;
        }
        int from = Math.max(0, trigger.first() - YEAR_REACH);
        int to = Math.min(tokens.size() - 1, trigger.last() + YEAR_REACH);
        for (int token = from; token <= to; token++) {
            if (tokens.sentence(token) == sentence) {
                int year = year(tokens.light(token));
                if (year > 0
                        && year < publishedYear
                        && led(token)
                        && !near(rules.years().recent(), token)) {
                    return new Match.GuardHit(
                            Guard.Kind.HISTORICAL, tokens.light(token), token, token, year <= publishedYear - LONG_AGO);
                }
            }
        }
        return null;
    }

    private static int year(String word) {
        if (word.length() != 4) {
            return -1;
        }
        int year = 0;
        for (int i = 0; i < 4; i++) {
            char c = word.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            year = year * 10 + c - '0';
        }
        if (year >= 1300 && year < 1420) {
            return year + SOLAR_OFFSET;
        }
        return year >= 1500 && year < 2100 ? year : -1;
    }

    private boolean led(int token) {
        for (int concept : rules.years().lead()) {
            if (meets(concept, token, token, YEAR_LEAD_REACH)) {
                return true;
            }
        }
        return false;
    }

    private boolean near(int[] concepts, int token) {
        for (int concept : concepts) {
            if (hits.inSentenceOf(token, concept)) {
                return true;
            }
        }
        return false;
    }

    private Match.@Nullable GuardHit tooFew(@Nullable FigureCondition condition, int sentence) {
        if (quantities.isEmpty() || condition == null || condition.vetoBelow() == 0) {
            return null;
        }
        Quantity largest = largest(condition, sentence);
        if (largest == null || largest.people() >= condition.vetoBelow()) {
            return null;
        }
        return new Match.GuardHit(
                Guard.Kind.SINGLE, "only " + largest.people(), largest.firstToken(), largest.lastToken(), false);
    }

    private @Nullable Quantity largest(FigureCondition condition, int sentence) {
        Quantity largest = null;
        for (Quantity quantity : quantities) {
            if (tokens.sentence(quantity.firstToken()) == sentence
                    && condition.actions().contains(quantity.action())
                    && (largest == null || quantity.people() > largest.people())) {
                largest = quantity;
            }
        }
        return largest;
    }
}
