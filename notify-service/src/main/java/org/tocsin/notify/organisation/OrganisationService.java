package org.tocsin.notify.organisation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.access.Caller;
import org.tocsin.notify.access.Revision;
import org.tocsin.notify.audit.AuditLog;
import org.tocsin.platform.paging.Page;
import org.tocsin.platform.problem.ProblemException;

import com.github.f4b6a3.uuid.UuidCreator;

import static java.util.Objects.requireNonNullElse;

@ApplicationScoped
class OrganisationService {

    private final OrganisationRepository repository;
    private final AuditLog audit;
    private final Caller caller;
    private final Clock clock;

    OrganisationService(OrganisationRepository repository, AuditLog audit, Caller caller, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Organisation create(OrganisationBody body) {
        Instant now = clock.instant();
        Organisation organisation = new Organisation(
                UuidCreator.getTimeOrderedEpoch(), body.name().strip(), body.contactsOrNone(), 1, now, now);
        if (!repository.insert(organisation)) {
            throw nameTaken();
        }
        record("ADDED", null, organisation);
        return organisation;
    }

    @Transactional
    Organisation get(UUID id) {
        return repository
                .find(id)
                .filter(found -> caller.mayActFor(found.id()))
                .orElseThrow(OrganisationService::unknown);
    }

    @Transactional
    Page<OrganisationView> list(@Nullable UUID after, int limit) {
        List<Organisation> found = repository.list(caller.onlyOrganisation(), after, limit + 1);
        List<OrganisationView> items =
                found.stream().limit(limit).map(OrganisationView::from).toList();
        String next = found.size() > limit ? items.get(limit - 1).id().toString() : null;
        return new Page<>(items, next);
    }

    @Transactional
    Organisation change(UUID id, OrganisationBody body, @Nullable String ifMatch) {
        Organisation present = repository.find(id).orElseThrow(OrganisationService::unknown);
        Revision.check(ifMatch, present.revision());
        String name = body.name().strip();
        if (repository.findByName(name).filter(other -> !other.id().equals(id)).isPresent()) {
            throw nameTaken();
        }
        Organisation changed = present.changed(name, body.contactsOrNone(), clock.instant());
        if (!repository.update(changed)) {
            throw ProblemException.conflict("It was changed by somebody else at the same moment; try again.");
        }
        record("CHANGED", present, changed);
        return changed;
    }

    @Transactional
    void delete(UUID id) {
        Organisation present = repository.find(id).orElseThrow(OrganisationService::unknown);
        if (repository.hasSubscriptions(id)) {
            throw ProblemException.conflict("The organisation still has subscriptions; delete them first.");
        }
        repository.delete(id);
        record("REMOVED", present, null);
    }

    /** Contacts are people: the log says how many there were, and when they changed. */
    private void record(String action, @Nullable Organisation before, @Nullable Organisation after) {
        Organisation subject = requireNonNullElse(after, before);
        audit.add(
                caller.name(),
                action,
                AuditLog.Subject.ORGANISATION,
                subject.id(),
                subject.id(),
                Logged.from(before),
                Logged.from(after));
    }

    private record Logged(String name, int contacts, int revision) {

        static @Nullable Logged from(@Nullable Organisation organisation) {
            return organisation == null
                    ? null
                    : new Logged(organisation.name(), organisation.contacts().size(), organisation.revision());
        }
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("There is no such organisation.");
    }

    private static ProblemException nameTaken() {
        return ProblemException.conflict("Another organisation has this name.");
    }
}
