package org.tocsin.platform.paging;

import java.util.List;
import java.util.function.Function;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.jspecify.annotations.Nullable;

/** The query parameters of every list, taken as {@code @Valid @BeanParam}. */
public class PageQuery {

    /** How many items to answer, 1 to 100. */
    @QueryParam("limit")
    @DefaultValue("20")
    @Min(1)
    @Max(100)
    int limit = 20;

    /** {@code next} of the page before; none for the first page. */
    @QueryParam("cursor")
    @Nullable
    String cursor;

    public int limit() {
        return limit;
    }

    /** How many rows a query must fetch so that it is known whether there is a further page. */
    public int limitPlusOne() {
        return limit + 1;
    }

    /**
     * Where the page begins, null at the start of the list.
     *
     * @param parts how many parts a cursor of this list has
     */
    public @Nullable Cursor cursor(int parts) {
        return Cursor.decode(cursor, parts);
    }

    /**
     * The page from rows fetched with {@link #limitPlusOne()}.
     *
     * @param view what callers see of a row
     * @param cursor the cursor after a row, see {@link Cursor#encode}
     */
    public <R, V> Page<V> page(List<R> rows, Function<R, V> view, Function<R, String> cursor) {
        boolean more = rows.size() > limit;
        List<R> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(shown.stream().map(view).toList(), more ? cursor.apply(shown.get(shown.size() - 1)) : null);
    }
}
