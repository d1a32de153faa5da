package org.tocsin.monitor.window;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.detect.WindowCondition;
import org.tocsin.monitor.series.Episode;
import org.tocsin.monitor.series.EpisodeChanges;
import org.tocsin.monitor.window.WindowRepository.Scope;
import org.tocsin.monitor.window.WindowRepository.Stored;

import com.github.f4b6a3.uuid.UuidCreator;

/**
 * Counts the reports that rules with a window fire on. In event time: a report that comes late is counted where it
 * belongs, and what it makes fire is found. A report that comes twice counts once. Joins the running transaction.
 */
@ApplicationScoped
public class Windows {

    private final WindowRepository windows;

    Windows(WindowRepository windows) {
        this.windows = windows;
    }

    /**
     * Counts a report.
     *
     * @param country that acts, empty when the report does not tell
     */
    public Count count(String rule, WindowCondition condition, String country, Mention mention) {
        windows.lock();
        Scope scope = new Scope(rule, country);
        if (!windows.add(scope, mention)) {
            return new Count(List.of(), List.of(), condition.silent());
        }
        List<Mention> mentions = windows.since(scope, mention.publishedAt().minus(condition.length()));
        List<Count.Firing> firings = new ArrayList<>();
        List<Episode> episodes = new ArrayList<>();
        WindowWatch.of(condition).forEach((name, watch) -> {
            List<Episode> now = settle(scope, name, watch, mentions, mention, firings);
            episodes.addAll(now);
        });
        if (!condition.silent()) {
            return new Count(firings, List.of(), false);
        }
        return silent(scope, mention, mentions, firings, episodes);
    }

    /** Brings the stored episodes of a condition up to date, and notes those that are new. */
    private List<Episode> settle(
            Scope scope,
            String name,
            WindowWatch watch,
            List<Mention> mentions,
            Mention latest,
            List<Count.Firing> firings) {
        long from = WindowWatch.micros(latest.publishedAt());
        Map<Episode, Stored> stored = new HashMap<>();
        List<Episode> known = new ArrayList<>();
        @Nullable Episode open = null;
        for (Stored one : windows.episodes(scope, name, from)) {
            stored.put(one.episode(), one);
            known.add(one.episode());
            open = one.episode().openBefore(from) ? one.episode() : open;
        }
        List<Episode> now = watch.run(mentions, latest.publishedAt(), open);
        EpisodeChanges changes = EpisodeChanges.between(known, now);
        for (EpisodeChanges.Kept kept : changes.kept()) {
            Stored before = stored.get(kept.before());
            if (before != null && !kept.before().equals(kept.now())) {
                windows.store(scope, new Stored(before.id(), name, kept.now(), before.signalId()));
            }
        }
        for (Episode vanished : changes.vanished()) {
            Stored before = stored.get(vanished);
            if (before != null) {
                windows.remove(before.id());
            }
        }
        for (Episode added : changes.added()) {
            Count.Firing firing = firing(name, watch, mentions, added);
            windows.store(scope, new Stored(UuidCreator.getTimeOrderedEpoch(), name, added, firing.signalId()));
            firings.add(firing);
        }
        return now;
    }

    private static Count.Firing firing(String name, WindowWatch watch, List<Mention> mentions, Episode episode) {
        int last = 0;
        while (WindowWatch.micros(mentions.get(last).publishedAt()) < episode.fired()
                || watch.measure(watch.upTo(mentions, last)) < watch.level()) {
            last++;
        }
        List<Mention> within = watch.upTo(mentions, last);
        Mention at = mentions.get(last);
        return new Count.Firing(
                UuidCreator.getTimeOrderedEpoch(),
                name,
                at.documentId(),
                within.get(0).publishedAt(),
                at.publishedAt(),
                watch.measure(within),
                watch.level(),
                within);
    }

    /** A silent rule tells the reports of its window when it fires, and those that follow while it has fired. */
    private Count silent(
            Scope scope, Mention latest, List<Mention> mentions, List<Count.Firing> firings, List<Episode> episodes) {
        Set<UUID> told = new LinkedHashSet<>();
        Predicate<Mention> during = mention -> episodes.stream().anyMatch(episode -> covers(episode, mention));
        for (Count.Firing firing : firings) {
            firing.mentions().stream().filter(mention -> !mention.told()).forEach(m -> told.add(m.documentId()));
        }
        mentions.stream()
                .filter(mention -> !mention.told() && during.test(mention))
                .forEach(mention -> told.add(mention.documentId()));
        if (!told.isEmpty()) {
            windows.told(scope, told);
        }
        boolean held = !told.contains(latest.documentId());
        firings.forEach(firing -> told.remove(firing.at()));
        return new Count(firings, List.copyOf(told), held);
    }

    private static boolean covers(Episode episode, Mention mention) {
        long at = WindowWatch.micros(mention.publishedAt());
        return episode.fired() <= at && (episode.released() == null || at < episode.released());
    }
}
