package org.tocsin.monitor.source;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;

/** The sources in use; removed ones are not seen. */
@ApplicationScoped
class SourceRepository implements PanacheRepositoryBase<Source, UUID> {

    Optional<Source> findPresent(UUID id) {
        return find("id = ?1 and removedAt is null", id).firstResultOptional();
    }

    /** Sources in the order of their ids, that is of their creation, after the given one. */
    List<Source> list(@Nullable UUID after, int limit) {
        return (after == null
                        ? find("removedAt is null order by id")
                        : find("removedAt is null and id > ?1 order by id", after))
                .page(Page.ofSize(limit))
                .list();
    }

    List<Source> polled() {
        return list("removedAt is null and kind = ?1 order by id", Source.Kind.POLLED);
    }

    boolean isPolledAlready(String url) {
        return count("removedAt is null and url = ?1", url) > 0;
    }
}
