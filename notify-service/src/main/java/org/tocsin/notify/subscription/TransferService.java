package org.tocsin.notify.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.problem.ProblemException.FieldError;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Takes subscriptions out and in, many at a time. Each one is added by itself: a bad one does not hold up the good. */
@ApplicationScoped
class TransferService {

    private static final int PAGE = 200;
    private static final int MANY = 10_000;

    private final SubscriptionService service;
    private final SubscriptionRepository repository;

    TransferService(SubscriptionService service, SubscriptionRepository repository) {
        this.service = service;
        this.repository = repository;
    }

    /**
     * How an import went.
     *
     * @param existing how many were there already: the same organisation, name and receiver
     */
    record Result(int added, int existing, int rejected, List<UUID> ids, List<Rejected> problems) {}

    /** @param line of the table, or position in the list from 1 */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rejected(int line, String detail, @Nullable List<FieldError> errors) {}

    /** All that the caller may see, in the form in which they are added; secrets stay here. */
    List<SubscriptionBody> export(@Nullable UUID organisation) {
        List<SubscriptionBody> all = new ArrayList<>();
        UUID after = null;
        do {
            var page = service.list(organisation, null, after, PAGE);
            page.items().forEach(view -> all.add(view.toBody()));
            after = page.next() == null ? null : UUID.fromString(page.next());
        } while (after != null);
        return all;
    }

    Result add(List<SubscriptionTable.Line> lines) {
        if (lines.size() > MANY) {
            throw ProblemException.badRequest("At most 10,000 subscriptions can be added at a time.");
        }
        List<UUID> ids = new ArrayList<>();
        List<Rejected> problems = new ArrayList<>();
        int existing = 0;
        for (SubscriptionTable.Line line : lines) {
            SubscriptionBody body = line.body();
            if (body == null) {
                problems.add(
                        new Rejected(line.number(), Objects.requireNonNullElse(line.wrong(), "It is empty."), null));
                continue;
            }
            try {
                if (service.exists(body)) {
                    existing++;
                } else {
                    ids.add(service.create(body).id());
                }
            } catch (ProblemException e) {
                problems.add(new Rejected(line.number(), String.valueOf(e.getMessage()), e.errors()));
            }
        }
        return new Result(ids.size(), existing, problems.size(), ids, problems);
    }
}
