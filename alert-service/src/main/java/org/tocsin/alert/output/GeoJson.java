package org.tocsin.alert.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.tocsin.alert.alert.AlertView;
import org.tocsin.alert.alert.FigureView;
import org.tocsin.alert.figure.ReconciledFigure;
import org.tocsin.alert.geo.Atlas;
import org.tocsin.alert.geo.Located;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Alerts as a GeoJSON feature collection (RFC 7946). An alert whose place is on no map of ours is a feature without
 * geometry, as the standard has it. The property {@code precision} says what the points stand for.
 */
public final class GeoJson {

    /** What it is over HTTP. */
    public static final String MEDIA_TYPE = "application/geo+json";

    private final Atlas atlas;
    private final ObjectMapper json;

    public GeoJson(Atlas atlas, ObjectMapper json) {
        this.atlas = atlas;
        this.json = json;
    }

    /** Writes a page. */
    public String of(FeedPage page) {
        var collection = new LinkedHashMap<String, Object>();
        collection.put("type", "FeatureCollection");
        if (page.next() != null) {
            collection.put("next", page.next().toString());
        }
        collection.put(
                "features",
                page.alerts().stream().map(alert -> feature(alert, page)).toList());
        try {
            return json.writeValueAsString(collection);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of plain values can be written", e);
        }
    }

    private Map<String, Object> feature(AlertView alert, FeedPage page) {
        List<Located> points = atlas.locate(alert.places(), alert.countries());
        var feature = new LinkedHashMap<String, Object>();
        feature.put("type", "Feature");
        feature.put("id", alert.id().toString());
        feature.put("geometry", geometry(points));
        feature.put("properties", properties(alert, points, page));
        return feature;
    }

    @org.jspecify.annotations.Nullable
    private static Map<String, Object> geometry(List<Located> points) {
        List<List<Double>> positions = points.stream()
                .map(point -> List.of(point.longitude(), point.latitude()))
                .distinct()
                .toList();
        return switch (positions.size()) {
            case 0 -> null;
            case 1 -> Map.of("type", "Point", "coordinates", positions.get(0));
            default -> Map.of("type", "MultiPoint", "coordinates", positions);
        };
    }

    private static Map<String, Object> properties(AlertView alert, List<Located> points, FeedPage page) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("version", alert.version());
        properties.put("category", alert.category());
        properties.put("status", alert.status());
        properties.put("band", alert.band());
        properties.put("severity", alert.severity());
        properties.put("confidence", alert.confidence());
        properties.put("urgency", alert.urgency());
        properties.put("title", alert.title());
        properties.put("summary", alert.summary());
        properties.put("countries", alert.countries());
        properties.put("places", alert.places());
        properties.put("figures", figures(alert));
        properties.put("reportCount", alert.reportCount());
        properties.put("independentSources", alert.independentSources());
        properties.put("openedAt", alert.openedAt().toString());
        properties.put("updatedAt", alert.updatedAt().toString());
        properties.put("url", page.address(alert.id(), ""));
        properties.put(
                "precision",
                points.stream().map(Located::precision).min(Enum::compareTo).orElse(null));
        return properties;
    }

    private static List<Map<String, Object>> figures(AlertView alert) {
        var figures = new ArrayList<Map<String, Object>>();
        for (FigureView figure : alert.figures()) {
            if (figure.role() == ReconciledFigure.Role.RECOMMENDED) {
                var entry = new LinkedHashMap<String, Object>();
                entry.put("action", figure.action());
                entry.put("value", figure.value());
                entry.put("lower", figure.lower());
                entry.put("upper", figure.upper());
                entry.put("unit", figure.unit());
                entry.put("per", figure.per());
                entry.put("cumulative", figure.cumulative());
                entry.put("status", figure.status());
                figures.add(entry);
            }
        }
        return figures;
    }
}
