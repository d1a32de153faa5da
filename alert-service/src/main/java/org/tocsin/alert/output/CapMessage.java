package org.tocsin.alert.output;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.tocsin.alert.alert.AlertView;
import org.tocsin.alert.alert.FigureView;
import org.tocsin.alert.alert.ReportView;
import org.tocsin.alert.alert.VersionView;
import org.tocsin.alert.category.Category;
import org.tocsin.alert.fact.Place;
import org.tocsin.alert.figure.ReconciledFigure;
import org.tocsin.alert.geo.Atlas;
import org.tocsin.alert.geo.Located;
import org.tocsin.alert.score.Urgency;

/**
 * A version of an alert as a message of the Common Alerting Protocol 1.2 (OASIS, 1 July 2010). The message of a version is
 * always the same.
 */
final class CapMessage {

    static final String MEDIA_TYPE = "application/cap+xml";

    private static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";
    private static final String PARAMETER = "tocsin:";
    private static final int MAX_RESOURCES = 20;

    /** CAP wants an offset, and minus for UTC. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss'-00:00'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** CAP's kinds of event. All are matters of security; some are more. */
    private static final Map<String, List<String>> CATEGORIES = Map.of(
            "BORDER_CLOSURE", List.of("Security", "Transport"),
            "BORDER_SHOOTING", List.of("Security", "Rescue"),
            "FORCED_DISPLACEMENT", List.of("Safety", "Security"),
            "DETENTION_ABUSE", List.of("Safety", "Security"));

    private final String sender;
    private final Atlas atlas;

    /**
     * Messages of one sender.
     *
     * @param sender who issues them: a domain or address, without spaces, commas, &lt; and &amp;
     */
    CapMessage(String sender, Atlas atlas) {
        this.sender = sender;
        this.atlas = atlas;
    }

    /**
     * Writes the message of a version.
     *
     * @param alert as it was in that version
     * @param history of the alert, the first version first; holds that version
     */
    String of(AlertView alert, Category category, List<VersionView> history) {
        CapThread thread = CapThread.at(alert.version(), history);
        VersionView entry = history.stream()
                .filter(version -> version.version() == alert.version())
                .findFirst()
                .orElseThrow();
        var xml = new XmlText("alert", NAMESPACE)
                .element("identifier", identifier(alert.id(), alert.version()))
                .element("sender", sender)
                .element("sent", TIME.format(entry.at()))
                .element("status", "Actual")
                .element("msgType", thread.type().word())
                .element("scope", "Restricted")
                .element("restriction", "Partners of the sender")
                .element("note", entry.reason());
        if (thread.type() != CapThread.Type.ALERT) {
            xml.element(
                    "references",
                    thread.earlier().stream()
                            .map(earlier -> reference(alert.id(), earlier))
                            .collect(Collectors.joining(" ")));
        }
        xml.element("incidents", alert.id().toString());
        info(alert, category, thread.type(), entry.at(), xml);
        return xml.end();
    }

    private static String identifier(UUID id, int version) {
        return id + "." + version;
    }

    private String reference(UUID id, VersionView earlier) {
        return sender + "," + identifier(id, earlier.version()) + "," + TIME.format(earlier.at());
    }

    private void info(AlertView alert, Category category, CapThread.Type type, Instant sent, XmlText xml) {
        boolean over = type == CapThread.Type.CANCEL;
        xml.open("info").element("language", "en");
        CATEGORIES.getOrDefault(category.code(), List.of("Security")).forEach(kind -> xml.element("category", kind));
        xml.element("event", category.label())
                .element("responseType", over ? "AllClear" : "Assess")
                .element("urgency", over ? "Past" : capital(alert.urgency().name()))
                .element("severity", capital(alert.band().name()))
                .element("certainty", certainty(alert));
        named("eventCode", PARAMETER + "category", alert.category(), xml);
        xml.element("effective", TIME.format(sent))
                .element("onset", TIME.format(alert.openedAt()))
                .element("senderName", "Tocsin")
                .element("headline", alert.title())
                .element("description", description(alert));
        source(alert).ifPresent(url -> xml.element("web", url));
        parameters(alert, xml);
        alert.reports().stream()
                .filter(report -> report.url() != null)
                .limit(MAX_RESOURCES)
                .forEach(report -> xml.open("resource")
                        .element("resourceDesc", report.source() + ": " + report.title())
                        .element("mimeType", "text/html")
                        .element("uri", report.url())
                        .close());
        areas(alert, xml);
        xml.close();
    }

    private static void parameters(AlertView alert, XmlText xml) {
        parameter("status", alert.status().name(), xml);
        parameter("version", Integer.toString(alert.version()), xml);
        parameter("severity", Integer.toString(alert.severity()), xml);
        parameter("confidence", Double.toString(alert.confidence()), xml);
        parameter("confidenceReason", alert.confidenceReason(), xml);
        alert.score()
                .forEach(part ->
                        parameter("score." + part.component(), part.points() + " (" + part.reason() + ")", xml));
        parameter("scoreVersion", alert.scoreVersion(), xml);
        parameter("reports", Integer.toString(alert.reportCount()), xml);
        parameter("independentSources", Integer.toString(alert.independentSources()), xml);
        alert.figures().stream()
                .filter(figure -> figure.role() == ReconciledFigure.Role.RECOMMENDED && figure.action() != null)
                .forEach(figure -> parameter("figure." + name(figure), range(figure), xml));
        if (alert.mergedInto() != null) {
            parameter("mergedInto", alert.mergedInto().toString(), xml);
        }
    }

    /** For instance DEPORTED, DEPORTED.total, DEPORTED.perDay, DEPORTED.planned. */
    private static String name(FigureView figure) {
        var name = new StringBuilder(String.valueOf(figure.action()));
        if (!"PERSON".equals(figure.unit())) {
            name.append('.').append(figure.unit().toLowerCase(Locale.ROOT));
        }
        if (figure.cumulative()) {
            name.append(".total");
        }
        if (figure.per() != null) {
            name.append(".per").append(capital(figure.per().name()));
        }
        if (figure.status() == org.tocsin.alert.figure.Figure.Status.PLANNED) {
            name.append(".planned");
        }
        return name.toString();
    }

    /** The number, or its bounds as in "200..999", an open bound left out. */
    private static String range(FigureView figure) {
        if (figure.value() != null) {
            return figure.value().toString();
        }
        String lower = figure.lower() == null ? "" : figure.lower().toString();
        return lower + ".." + (figure.upper() == null ? "" : figure.upper().toString());
    }

    private void areas(AlertView alert, XmlText xml) {
        for (Place place : alert.places()) {
            String country = place.country();
            xml.open("area")
                    .element("areaDesc", country == null ? place.name() : place.name() + ", " + country(country));
            atlas.find(place)
                    .filter(point -> point.precision() != Located.Precision.COUNTRY)
                    .ifPresent(point -> xml.element("circle", circle(point)));
            geocodes(country, place.pcode(), xml);
            xml.close();
        }
        if (alert.places().isEmpty()) {
            alert.countries().forEach(code -> {
                xml.open("area").element("areaDesc", country(code));
                geocodes(code, null, xml);
                xml.close();
            });
        }
    }

    private static void geocodes(
            @org.jspecify.annotations.Nullable String country,
            @org.jspecify.annotations.Nullable String pcode,
            XmlText xml) {
        if (country != null) {
            named("geocode", "ISO3166-1", country, xml);
        }
        if (pcode != null) {
            named("geocode", "P-CODE", pcode, xml);
        }
    }

    private static String circle(Located point) {
        return String.format(
                Locale.ROOT,
                "%s,%s %d",
                point.latitude(),
                point.longitude(),
                point.precision().kilometres());
    }

    private static void parameter(String name, String value, XmlText xml) {
        named("parameter", PARAMETER + name, value, xml);
    }

    private static void named(String element, String name, String value, XmlText xml) {
        xml.open(element).element("valueName", name).element("value", value).close();
    }

    private static String certainty(AlertView alert) {
        if (alert.confidence() >= 0.9 && alert.urgency() != Urgency.FUTURE) {
            return "Observed";
        }
        if (alert.confidence() > 0.5) {
            return "Likely";
        }
        return alert.confidence() > 0.1 ? "Possible" : "Unlikely";
    }

    private static String description(AlertView alert) {
        return alert.summary()
                + alert.reports().stream()
                        .map(report -> "\n" + report.source() + ": " + report.title())
                        .distinct()
                        .limit(MAX_RESOURCES)
                        .collect(Collectors.joining());
    }

    private static Optional<String> source(AlertView alert) {
        return alert.reports().stream()
                .map(ReportView::url)
                .filter(url -> url != null)
                .findFirst();
    }

    private static String country(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
    }

    private static String capital(String word) {
        return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }
}
