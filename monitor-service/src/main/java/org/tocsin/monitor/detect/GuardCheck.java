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

    private static final int YEAR_REACH = 10;
    private static final int YEAR_LEAD_REACH = 2;
    /** A year so long ago that the whole document is about history. */
    private static final int LONG_AGO = 8;

    private final RuleSet rules;
    private final String language;
    private final Tokens tokens;
    private final HitIndex hits;
    private final List<Quantity> quantities;
    private final int publishedYear;

    GuardCheck(
            RuleSet rules,
            String language,
            Tokens tokens,
            HitIndex hits,
            List<Quantity> quantities,
            int publishedYear) {
        this.rules = rules;
        this.language = language;
        this.tokens = tokens;
        this.hits = hits;
        this.quantities = quantities;
        this.publishedYear = publishedYear;
    }

    boolean planned(CompiledRule rule, Hit trigger, int sentence) {
        for (CompiledGuard guard : rule.guards()) {
            if (guard.source().kind() == Guard.Kind.PLANNED && cue(guard, trigger, sentence) != null) {
                return true;
            }
        }
        return false;
    }

    /** The first guard that takes the match back, or null. */
    Match.@Nullable GuardHit check(CompiledRule rule, Match match) {
        Hit trigger = new Hit(-1, match.name(), match.triggerFirst(), match.triggerLast());
        for (CompiledGuard guard : rule.guards()) {
            if (guard.source().kind() != Guard.Kind.PLANNED) {
                Hit cue = cue(guard, trigger, match.sentence());
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
        Match.GuardHit year = pastYear(trigger, match.sentence());
        return year != null ? year : tooFew(rule.source().figure(), match.sentence());
    }

    private @Nullable Hit cue(CompiledGuard guard, Hit trigger, int sentence) {
        Set<String> languages = guard.source().languages();
        if (!languages.isEmpty() && !languages.contains(language)) {
            return null;
        }
        Guard.Where where = guard.source().where();
        for (int concept : guard.cues()) {
            List<Hit> cues = where == Guard.Where.DOCUMENT || where == Guard.Where.TITLE
                    ? hits.inDocument(concept)
                    : hits.inSentence(sentence, concept);
            for (Hit cue : cues) {
                if (counts(where, guard.source().words(), cue, trigger) && !excused(guard, cue)) {
                    return cue;
                }
            }
        }
        return null;
    }

    private boolean counts(Guard.Where where, int words, Hit cue, Hit trigger) {
        boolean before = cue.last() < trigger.first() && trigger.first() - cue.last() <= words;
        boolean after = cue.first() > trigger.last() && cue.first() - trigger.last() <= words;
        boolean overlaps = cue.first() <= trigger.last() && cue.last() >= trigger.first();
        return switch (where) {
            case BEFORE -> before;
            case AFTER -> after;
            case NEAR -> before || after || overlaps;
            case SENTENCE, DOCUMENT -> true;
            case TITLE -> tokens.inTitle(cue.first());
        };
    }

    private boolean excused(CompiledGuard guard, Hit cue) {
        int sentence = tokens.sentence(cue.first());
        for (int concept : guard.unless()) {
            for (Hit excuse : hits.inSentence(sentence, concept)) {
                if (excuse.first() <= cue.last() && excuse.last() >= cue.first()) {
                    return true;
                }
            }
        }
        return false;
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
                        && led(token, sentence)
                        && !near(rules.years().recent(), sentence)) {
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

    private boolean led(int token, int sentence) {
        for (int concept : rules.years().lead()) {
            for (Hit lead : hits.inSentence(sentence, concept)) {
                boolean before = lead.last() < token && token - lead.last() <= YEAR_LEAD_REACH;
                boolean after = lead.first() > token && lead.first() - token <= YEAR_LEAD_REACH;
                boolean around = lead.first() <= token && lead.last() >= token;
                if (before || after || around) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean near(int[] concepts, int sentence) {
        for (int concept : concepts) {
            if (!hits.inSentence(sentence, concept).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private Match.@Nullable GuardHit tooFew(@Nullable FigureCondition condition, int sentence) {
        if (condition == null || condition.vetoBelow() == 0) {
            return null;
        }
        Quantity largest = null;
        for (Quantity quantity : quantities) {
            if (tokens.sentence(quantity.firstToken()) == sentence
                    && condition.actions().contains(quantity.action())
                    && (largest == null || quantity.people() > largest.people())) {
                largest = quantity;
            }
        }
        if (largest == null || largest.people() >= condition.vetoBelow()) {
            return null;
        }
        return new Match.GuardHit(
                Guard.Kind.SINGLE, "only " + largest.people(), largest.firstToken(), largest.lastToken(), false);
    }
}
