package org.tocsin.alert.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.tocsin.platform.paging.Cursor;

/** Finds alerts by filter, the latest events first, page by page without counting what lies before. */
@ApplicationScoped
class AlertQueries {

    private final EntityManager entityManager;

    AlertQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Ids of at most {@code limit} alerts after the cursor, which is of opening time and id. */
    List<UUID> find(AlertFilter filter, @Nullable Cursor after, int limit) {
        var parameters = new HashMap<String, Object>();
        var sql = new StringBuilder("SELECT id FROM alert WHERE merged_into IS NULL");
        if (!filter.categories().isEmpty()) {
            add(
                    sql,
                    " AND categories && CAST(:categories AS text[])",
                    parameters,
                    "categories",
                    array(filter.categories()));
        }
        if (!filter.countries().isEmpty()) {
            add(
                    sql,
                    " AND countries && CAST(:countries AS text[])",
                    parameters,
                    "countries",
                    array(filter.countries()));
        }
        if (!filter.bands().isEmpty()) {
            add(sql, " AND band = ANY (:bands)", parameters, "bands", array(filter.bands()));
        }
        if (!filter.statuses().isEmpty()) {
            add(sql, " AND status = ANY (:statuses)", parameters, "statuses", array(filter.statuses()));
        }
        if (filter.minSeverity() > 0) {
            add(sql, " AND severity >= :minSeverity", parameters, "minSeverity", filter.minSeverity());
        }
        if (filter.minConfidence() > 0) {
            add(sql, " AND confidence >= :minConfidence", parameters, "minConfidence", filter.minConfidence());
        }
        if (filter.since() != null) {
            add(sql, " AND last_event_at >= :since", parameters, "since", filter.since());
        }
        if (filter.until() != null) {
            add(sql, " AND first_event_at < :until", parameters, "until", filter.until());
        }
        if (filter.updatedSince() != null) {
            add(sql, " AND updated_at >= :updatedSince", parameters, "updatedSince", filter.updatedSince());
        }
        if (!filter.words().isEmpty()) {
            // The words are letters and digits only, so they cannot be operators of the query language.
            String words = filter.words().stream().map(word -> word + ":*").collect(Collectors.joining(" & "));
            add(sql, " AND search @@ to_tsquery('simple', :words)", parameters, "words", words);
        }
        if (after != null) {
            add(sql, " AND (opened_at, id) < (:openedAt, :id)", parameters, "openedAt", after.instant(0));
            parameters.put("id", after.uuid(1));
        }
        sql.append(" ORDER BY opened_at DESC, id DESC LIMIT ").append(limit);
        return run(sql.toString(), parameters);
    }

    private List<UUID> run(String sql, Map<String, Object> parameters) {
        Query query = entityManager.createNativeQuery(sql, UUID.class);
        parameters.forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        NativeQuery<UUID> typed = query.unwrap(NativeQuery.class);
        return typed.list();
    }

    private static void add(
            StringBuilder sql, String condition, Map<String, Object> parameters, String name, Object value) {
        sql.append(condition);
        parameters.put(name, value);
    }

    private static String[] array(Collection<?> values) {
        return values.stream().map(Object::toString).sorted().toArray(String[]::new);
    }
}
