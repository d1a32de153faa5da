package org.tocsin.alert.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.tocsin.alert.alert.AlertView;
import org.tocsin.alert.alert.FigureView;
import org.tocsin.alert.alert.ReportView;
import org.tocsin.alert.fact.Place;
import org.tocsin.alert.figure.Figure;
import org.tocsin.alert.figure.ReconciledFigure;
import org.tocsin.alert.geo.Atlas;
import org.tocsin.alert.geo.Located;

/** Alerts as CSV (RFC 4180) with a row of HXL 1.1 hashtags below the header. One row is one alert. */
public final class HxlCsv {

    /** What it is over HTTP. */
    public static final String MEDIA_TYPE = "text/csv";

    private static final String LIST = " | ";

    /** The figures that get a column of their own. */
    private static final List<String> ACTIONS = List.of(
            "DEPORTED", "RETURNED", "DISPLACED", "EVACUATED", "STRANDED", "ARRESTED", "KILLED", "INJURED", "MISSING");

    private final List<Column> columns;

    public HxlCsv(Atlas atlas) {
        this.columns = columns(atlas);
    }

    /** Writes a page. */
    public String of(FeedPage page) {
        var text = new StringBuilder();
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(columns.stream().map(Column::header).toList());
            csv.printRecord(columns.stream().map(Column::hashtag).toList());
            for (AlertView alert : page.alerts()) {
                csv.printRecord(
                        columns.stream().map(column -> column.cell(alert, page)).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<Column> columns(Atlas atlas) {
        var columns = new ArrayList<Column>();
        columns.add(new Column("Alert", "#meta+id", AlertView::id));
        columns.add(new Column("Version", "#meta+version+num", AlertView::version));
        columns.add(new Column("Opened", "#date+start", AlertView::openedAt));
        columns.add(new Column("Updated", "#date+updated", AlertView::updatedAt));
        columns.add(new Column("Category", "#event+type+code", AlertView::category));
        columns.add(new Column("Title", "#event+name", AlertView::title));
        columns.add(new Column("Summary", "#description", AlertView::summary));
        columns.add(new Column("Status", "#status", AlertView::status));
        columns.add(new Column("Band", "#severity+level", AlertView::band));
        columns.add(new Column("Severity", "#severity+num", AlertView::severity));
        columns.add(new Column("Confidence", "#indicator+confidence+num", AlertView::confidence));
        columns.add(
                new Column("Countries", "#country+code+v_iso2+list", alert -> String.join(LIST, alert.countries())));
        columns.add(new Column("Places", "#loc+name+list", alert -> places(alert, Place::name)));
        columns.add(new Column("P-codes", "#adm1+code+v_pcode+list", alert -> places(alert, Place::pcode)));
        columns.add(new Column("Latitude", "#geo+lat", alert -> point(atlas, alert, Located::latitude)));
        columns.add(new Column("Longitude", "#geo+lon", alert -> point(atlas, alert, Located::longitude)));
        ACTIONS.forEach(action -> columns.add(new Column(
                "People " + action.toLowerCase(Locale.ROOT),
                "#affected+" + action.toLowerCase(Locale.ROOT) + "+num",
                alert -> people(alert, action))));
        columns.add(new Column("Reports", "#meta+reports+num", AlertView::reportCount));
        columns.add(new Column("Independent sources", "#meta+sources+num", AlertView::independentSources));
        columns.add(new Column("Sources", "#meta+source+list", HxlCsv::sources));
        columns.add(new Column("Link", "#meta+url", null));
        return columns;
    }

    private static String places(AlertView alert, Function<Place, @Nullable String> part) {
        return alert.places().stream()
                .map(part)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(LIST));
    }

    private static @Nullable Double point(Atlas atlas, AlertView alert, Function<Located, Double> coordinate) {
        return atlas.locate(alert.places(), alert.countries()).stream()
                .findFirst()
                .map(coordinate)
                .orElse(null);
    }

    /** The recommended count of this event; running totals, rates and plans would not mean the same. */
    private static @Nullable Long people(AlertView alert, String action) {
        return alert.figures().stream()
                .filter(figure -> figure.role() == ReconciledFigure.Role.RECOMMENDED)
                .filter(figure -> action.equals(figure.action()) && "PERSON".equals(figure.unit()))
                .filter(figure -> !figure.cumulative() && figure.per() == null)
                .filter(figure -> figure.status() == Figure.Status.ACTUAL)
                .findFirst()
                .map(HxlCsv::amount)
                .orElse(null);
    }

    private static @Nullable Long amount(FigureView figure) {
        if (figure.value() != null) {
            return figure.value();
        }
        return figure.lower() != null ? figure.lower() : figure.upper();
    }

    private static String sources(AlertView alert) {
        return alert.reports().stream().map(ReportView::source).distinct().collect(Collectors.joining(LIST));
    }

    /**
     * A column.
     *
     * @param value of an alert; null for its address
     */
    private record Column(
            String header, String hashtag, @Nullable Function<AlertView, ? extends @Nullable Object> value) {

        @Nullable
        Object cell(AlertView alert, FeedPage page) {
            Object cell = value == null ? page.address(alert.id(), "") : value.apply(alert);
            return cell instanceof String text ? inert(text) : cell;
        }

        /** A spreadsheet would run a cell that begins like a formula. */
        private static String inert(String text) {
            return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        }
    }
}
