package org.tocsin.monitor.document;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.tocsin.platform.outbox.Outbox;

import com.github.f4b6a3.uuid.UuidCreator;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Takes reports in: when the transaction is committed they are stored and their events are in the outbox. */
@ApplicationScoped
public class DocumentIntake {

    private final DocumentRepository documents;
    private final Outbox outbox;
    private final Clock clock;
    private final Counter added;
    private final Counter repeated;

    DocumentIntake(DocumentRepository documents, Outbox outbox, Clock clock, MeterRegistry meters) {
        this.documents = documents;
        this.outbox = outbox;
        this.clock = clock;
        this.added = meters.counter("tocsin.documents", "outcome", "added");
        this.repeated = meters.counter("tocsin.documents", "outcome", "repeated");
    }

    /**
     * Accepts a batch in the running transaction or one of its own. What we had already keeps its id.
     *
     * @return one answer per document, in their order
     */
    @Transactional
    public List<Accepted> accept(List<NewDocument> batch) {
        Instant now = clock.instant();
        List<DocumentRow> rows = batch.stream()
                .map(document ->
                        new DocumentRow(UuidCreator.getTimeOrderedEpoch(), document, document.fingerprint(), now))
                .toList();
        Set<UUID> inserted = rows.isEmpty() ? Set.of() : documents.insert(sorted(rows));
        List<Accepted> accepted = new ArrayList<>(rows.size());
        for (DocumentRow row : rows) {
            if (inserted.contains(row.id())) {
                announce(row);
                added.increment();
                accepted.add(new Accepted(row.id(), true));
            } else {
                repeated.increment();
                accepted.add(new Accepted(documents.known(row), false));
            }
        }
        return accepted;
    }

    /**
     * Which entries of a source were taken in before.
     *
     * @param entryIds as in {@link NewDocument#entryId()}
     */
    @Transactional
    public Set<String> known(UUID source, Collection<String> entryIds) {
        return entryIds.isEmpty() ? Set.of() : documents.knownEntries(source, entryIds);
    }

    private void announce(DocumentRow row) {
        NewDocument document = row.document();
        DocumentReceived event = new DocumentReceived(
                row.id(),
                document.source().id(),
                document.source().name(),
                document.url().toString(),
                document.title(),
                document.language(),
                document.publishedAt(),
                row.receivedAt());
        outbox.add(
                DocumentReceived.TOPIC,
                document.source().id().toString(),
                DocumentReceived.TYPE,
                row.id().toString(),
                row.id().toString(),
                row.receivedAt(),
                event);
    }

    /** One order for all transactions, so that two of them never wait for each other's documents crosswise. */
    private static List<DocumentRow> sorted(List<DocumentRow> rows) {
        return rows.stream()
                .sorted((one, other) -> Arrays.compareUnsigned(one.fingerprint(), other.fingerprint()))
                .toList();
    }
}
