package org.tocsin.platform.deadletter;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.tocsin.platform.outbox.Outbox;
import org.tocsin.platform.problem.ProblemException;

import io.quarkus.logging.Log;

/** What administrators do with dead letters. */
@ApplicationScoped
class DeadLetterService {

    private final DeadLetterRepository repository;
    private final Outbox outbox;
    private final Clock clock;

    DeadLetterService(DeadLetterRepository repository, Outbox outbox, Clock clock) {
        this.repository = repository;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * The last to arrive first, without their data.
     *
     * @param before the last one of the page before, null for the first page
     */
    List<DeadLetter> list(@Nullable UUID before, int limit) {
        return repository.list(before, limit);
    }

    DeadLetter get(UUID id) {
        return found(repository.find(id));
    }

    /**
     * Sends a record again, exactly as it came. Whoever has handled it before, in this service or another, knows it by
     * its id and lets it pass; when it fails again, the same dead letter is waiting again.
     *
     * @throws ProblemException 404 when there is none, 409 when replaying it would do nothing or could do harm
     */
    @Transactional
    DeadLetter replay(UUID id) {
        DeadLetter letter = found(repository.lock(id));
        if (letter.handled()) {
            throw ProblemException.conflict("An event of this id has been handled since; it is not sent again.");
        }
        if (letter.eventId() == null) {
            throw ProblemException.conflict(
                    "The record has no event id: nobody could tell whether it was handled before.");
        }
        outbox.add(letter.record());
        repository.markReplayed(id, clock.instant());
        Log.infof("Dead letter %s is replayed to topic %s", id, letter.record().topic());
        return found(repository.find(id));
    }

    private static DeadLetter found(Optional<DeadLetter> letter) {
        return letter.orElseThrow(() -> ProblemException.notFound("There is no such dead letter."));
    }
}
