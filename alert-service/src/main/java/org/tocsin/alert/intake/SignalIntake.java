package org.tocsin.alert.intake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.tocsin.alert.alert.AlertKeeper;
import org.tocsin.alert.alert.EventLocks;
import org.tocsin.alert.alert.ReportFacts;
import org.tocsin.alert.category.Category;
import org.tocsin.alert.copy.Fingerprint;
import org.tocsin.alert.match.Matcher;
import org.tocsin.alert.match.Sighting;
import org.tocsin.alert.match.TermWeights;
import org.tocsin.alert.match.TextProfile;
import org.tocsin.platform.event.Event;

/**
 * Finds the alert that a signal belongs to: the alert that has its document already, else that of the text it copies,
 * else that of the same event, else a new one.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SignalIntake {

    private final SignalReader reader;
    private final EventLocks locks;
    private final EventArchive archive;
    private final AlertKeeper keeper;
    private final PlacementRules rules;
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
        this.rules = new PlacementRules(matcher);
        this.termWeights = termWeights;
    }

    /** The lock that a signal will need, if it is one. */
    @Transactional(Transactional.TxType.SUPPORTS)
    Optional<String> lock(byte[] data) {
        return reader.lock(data);
    }

    /**
     * Handles a signal.
     *
     * @param batchLocks what the signals of this transaction need; taken with the first of them, free of charge after
     */
    void handle(Event event, String... batchLocks) {
        locks.acquire(batchLocks);
        Signal signal = reader.read(event.data());
        ReportFacts facts = signal.facts();
        Category category = signal.category();
        Optional<UUID> known = archive.alertOf(facts.documentId(), category.family(), facts.country());
        if (known.isPresent()) {
            keeper.enrich(known.get(), facts);
            return;
        }
        Fingerprint fingerprint =
                Fingerprint.of(facts.documentId(), facts.url(), facts.title(), signal.text(), facts.eventAt());
        Sighting sighting = sighting(signal);
        settle(facts, place(facts, category, fingerprint, sighting));
        archive.store(fingerprint, sighting.text());
    }

    private Placement place(ReportFacts facts, Category category, Fingerprint fingerprint, Sighting sighting) {
        List<Candidate> alike = archive.textsLike(fingerprint, category.family(), facts.country());
        return rules.copy(alike, fingerprint, sighting, category).orElseGet(() -> {
            List<Candidate> near = archive.eventsNear(sighting, category, facts.country());
            // Trimmed copies share too little with their originals for the index; among the near ones they are found.
            return rules.copy(near, fingerprint, sighting, category)
                    .orElseGet(() -> rules.event(near, sighting, category));
        });
    }

    private void settle(ReportFacts facts, Placement placement) {
        if (placement instanceof Placement.CopyOf copy) {
            keeper.attach(copy.alertId(), facts, copy.reason(), 1, copy.original());
        } else if (placement instanceof Placement.SameEvent same) {
            keeper.attach(same.alertId(), facts, same.reason(), same.probability(), null);
        } else {
            keeper.open(facts);
        }
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
}
