package org.tocsin.alert.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.tocsin.alert.alert.AlertKeeper;
import org.tocsin.alert.alert.EventLocks;
import org.tocsin.alert.alert.ReportFacts;
import org.tocsin.alert.category.Category;
import org.tocsin.alert.copy.CopyRules;
import org.tocsin.alert.copy.CopyVerdict;
import org.tocsin.alert.copy.Fingerprint;
import org.tocsin.alert.match.Match;
import org.tocsin.alert.match.Matcher;
import org.tocsin.alert.match.Sighting;
import org.tocsin.alert.match.TermWeights;
import org.tocsin.alert.match.TextProfile;
import org.tocsin.platform.event.Event;
import org.tocsin.platform.inbox.EventHandler;

import io.quarkus.logging.Log;

/**
 * Finds the alert that a signal belongs to: the alert that has its document already, else that of the text it copies,
 * else that of the same event, else a new one.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SignalIntake implements EventHandler {

    private final SignalReader reader;
    private final EventLocks locks;
    private final EventArchive archive;
    private final AlertKeeper keeper;
    private final Matcher matcher;
    private final TermWeights termWeights;

    SignalIntake(
            SignalReader reader,
            EventLocks locks,
            EventArchive archive,
            AlertKeeper keeper,
            Matcher matcher,
            TermWeights termWeights) {
        this.reader = reader;
        this.locks = locks;
        this.archive = archive;
        this.keeper = keeper;
        this.matcher = matcher;
        this.termWeights = termWeights;
    }

    @Override
    public void handle(Event event) {
        Signal signal = reader.read(event.data());
        ReportFacts facts = signal.facts();
        Category category = signal.category();
        locks.acquire(EventLocks.key(category.family(), facts.country()));
        Optional<UUID> known = archive.alertOf(facts.documentId(), category.family(), facts.country());
        if (known.isPresent()) {
            keeper.enrich(known.get(), facts);
            return;
        }
        Fingerprint fingerprint =
                Fingerprint.of(facts.documentId(), facts.url(), facts.title(), signal.text(), facts.eventAt());
        Sighting sighting = sighting(signal);
        place(facts, category, fingerprint, sighting);
        archive.store(fingerprint, sighting.text());
    }

    private void place(ReportFacts facts, Category category, Fingerprint fingerprint, Sighting sighting) {
        List<Candidate> alike = archive.textsLike(fingerprint, category.family(), facts.country());
        Optional<Found> copy = copied(alike, fingerprint, sighting, category);
        if (copy.isPresent()) {
            Found found = copy.get();
            keeper.attach(
                    found.candidate().alertId(),
                    facts,
                    found.reason(),
                    1,
                    found.candidate().original());
            return;
        }
        Optional<Found> same = sameEvent(archive.eventsNear(sighting, category, facts.country()), sighting, category);
        if (same.isPresent()) {
            Found found = same.get();
            keeper.attach(found.candidate().alertId(), facts, found.reason(), found.probability(), null);
            return;
        }
        UUID opened = keeper.open(facts);
        Log.debugf("alert %s opened by document %s", opened, facts.documentId());
    }

    private static Optional<Found> copied(
            List<Candidate> alike, Fingerprint fingerprint, Sighting sighting, Category category) {
        for (Candidate candidate : alike) {
            boolean factsDiffer = Matcher.factsDiffer(candidate.sighting(), sighting, category);
            CopyVerdict verdict = CopyRules.compare(candidate.fingerprint(), fingerprint, factsDiffer);
            if (verdict instanceof CopyVerdict.Copy copy) {
                return Optional.of(new Found(candidate, copy.reason(), 1));
            }
        }
        return Optional.empty();
    }

    private Optional<Found> sameEvent(List<Candidate> near, Sighting sighting, Category category) {
        return near.stream()
                .map(candidate -> {
                    Match match = matcher.compare(candidate.sighting(), sighting, category);
                    return new Found(candidate, match.reason(), match.probability());
                })
                .filter(found -> found.probability() >= Match.SAME)
                // The id decides a tie, so that a replay decides alike.
                .max(Comparator.comparingDouble(Found::probability)
                        .thenComparing(found -> found.candidate().alertId().toString()));
    }

    private Sighting sighting(Signal signal) {
        ReportFacts facts = signal.facts();
        return new Sighting(
                facts.prominence().keySet(),
                facts.eventAt(),
                facts.language(),
                facts.places(),
                facts.figures(),
                facts.planned(),
                facts.source().voice(),
                TextProfile.of(facts.title(), signal.text(), facts.language(), termWeights));
    }

    private record Found(Candidate candidate, String reason, double probability) {}
}
