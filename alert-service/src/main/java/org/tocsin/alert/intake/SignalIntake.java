package org.tocsin.alert.intake;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.alert.AlertKeeper;
import org.tocsin.alert.alert.EventLocks;
import org.tocsin.alert.alert.Relation;
import org.tocsin.alert.alert.ReportFacts;
import org.tocsin.alert.category.Category;
import org.tocsin.alert.copy.Fingerprint;
import org.tocsin.alert.match.Matcher;
import org.tocsin.alert.match.Sighting;
import org.tocsin.alert.match.TermWeights;
import org.tocsin.alert.placement.Placement;
import org.tocsin.alert.placement.PlacementRules;
import org.tocsin.platform.event.Event;

/**
 * Finds the alert that a signal belongs to: the alert that has its document already, else that of the text it copies,
 * else that of the same event, else a new one.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SignalIntake {

    private static final Logger LOG = Logger.getLogger(SignalIntake.class);

    /** Shots are never background: people may have died. */
    private static final String NEVER_BACKGROUND = "violence";

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

    /** The locks that a signal will need, if it is one. */
    @Transactional(Transactional.TxType.SUPPORTS)
    Set<String> locks(byte[] data) {
        return reader.locks(data);
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
        Optional<UUID> known = archive.alertOf(facts.documentId(), facts.country());
        if (known.isPresent()) {
            keeper.enrich(known.get(), facts);
            return;
        }
        Fingerprint fingerprint = signal.fingerprint();
        Sighting sighting = signal.sighting(termWeights);
        Placement placement = rules.place(fingerprint, sighting, archive);
        if (placement instanceof Placement.NewEvent && signal.mention() && !neverBackground(signal.category())) {
            LOG.infof(
                    "document %s only mentions %s in passing",
                    facts.documentId(), signal.category().code());
            return;
        }
        Relation relation = settle(facts, placement);
        archive.store(fingerprint, sighting, relation == Relation.COPY);
    }

    private static boolean neverBackground(Category category) {
        return category.family().equals(NEVER_BACKGROUND);
    }

    private Relation settle(ReportFacts facts, Placement placement) {
        if (placement instanceof Placement.CopyOf copy) {
            return attach(copy.alertId(), facts, copy.reason(), 1, copy.original());
        }
        if (placement instanceof Placement.SameEvent same) {
            return attach(same.alertId(), facts, same.reason(), same.probability(), null);
        }
        keeper.open(facts);
        return Relation.ORIGINAL;
    }

    /** What a document says of another state may turn out to be the event that it is about, too. */
    private Relation attach(UUID alertId, ReportFacts facts, String reason, double probability, @Nullable UUID copyOf) {
        if (archive.has(alertId, facts.documentId())) {
            keeper.enrich(alertId, facts);
            return copyOf == null ? Relation.UPDATE : Relation.COPY;
        }
        return keeper.attach(alertId, facts, reason, probability, copyOf);
    }
}
