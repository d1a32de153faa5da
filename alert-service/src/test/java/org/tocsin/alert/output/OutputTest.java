package org.tocsin.alert.output;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;

import org.geojson.Feature;
import org.geojson.FeatureCollection;
import org.geojson.Point;
import org.junit.jupiter.api.Test;
import org.tocsin.alert.intake.Alerts;
import org.tocsin.alert.intake.SignalJson;
import org.tocsin.platform.testing.TocsinStack;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.tocsin.alert.intake.Alerts.as;
import static org.tocsin.alert.intake.Alerts.path;

/** Every format is read by what others read it with. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
class OutputTest {

    private static final String LIST = "/api/v1/alerts";

    @Test
    void atomIsReadByAFeedReader() throws Exception {
        String id = Alerts.open(signal("DZ", "=HYPERLINK(\"x\") & <b> title"));
        Alerts.open(signal("DZ", "Another one")
                .document("publishedAt", "2025-09-14T06:20:00Z")
                .document("receivedAt", "2025-09-14T06:24:00Z"));

        Response first = as("reader").get(LIST + ".atom?country=DZ&limit=1");
        SyndFeed feed = feed(first);
        assertThat(feed.getEntries()).hasSize(1);
        assertThat(feed.getLinks().stream().map(link -> link.getRel())).contains("self", "first", "next");
        assertThat(first.header("Link")).endsWith("rel=\"next\"").contains(LIST + ".atom");
        String next = feed.getLinks().stream()
                .filter(link -> link.getRel().equals("next"))
                .findFirst()
                .orElseThrow()
                .getHref();
        SyndFeed second = feed(as("reader").urlEncodingEnabled(false).get(next));
        assertThat(second.getUri()).isEqualTo(feed.getUri());
        SyndEntry entry = second.getEntries().get(0);
        assertThat(entry.getUri()).isEqualTo("urn:uuid:" + id);
        String cap = entry.getLinks().stream()
                .filter(link -> "application/cap+xml".equals(link.getType()))
                .findFirst()
                .orElseThrow()
                .getHref();
        assertThat(cap).endsWith(path(id) + ".cap");
        assertThat(entry.getContents().get(0).getValue()).contains("& <b> title");
        assertThat(entry.getCategories().stream().map(category -> category.getName()))
                .contains("MASS_DEPORTATION", "OPEN", "DZ");
        as("reader")
                .header("If-None-Match", first.header("ETag"))
                .get(LIST + ".atom?country=DZ&limit=1")
                .then()
                .statusCode(304);
    }

    @Test
    void theFormatIsChosenByAccept() {
        for (String type : List.of("application/atom+xml", "application/geo+json", "text/csv", "application/json")) {
            as("reader")
                    .accept(type)
                    .get(LIST + "?country=AQ")
                    .then()
                    .statusCode(200)
                    .header("Content-Type", org.hamcrest.Matchers.startsWith(type))
                    .header("Vary", org.hamcrest.Matchers.containsString("Accept"));
        }
        as("ingest").get(LIST + ".atom").then().statusCode(403).contentType("application/problem+json");
        as("reader").get(LIST + ".csv?band=HUGE").then().statusCode(422).contentType("application/problem+json");
    }

    @Test
    void geoJsonIsReadByAGeoJsonReader() throws IOException {
        String id = Alerts.open(signal("AF", "One")
                .set("places", List.of(Map.of("name", "Islam Qala", "country", "AF", "pcode", "AF32")))
                .document("publishedAt", "2025-10-14T06:20:00Z")
                .document("receivedAt", "2025-10-14T06:24:00Z"));
        String nowhere = Alerts.open(signal("FJ", "Two").set("places", List.of()));

        FeatureCollection found = features("country=AF,FJ");
        Feature located = feature(found, id);
        assertThat(((Point) located.getGeometry()).getCoordinates().getLatitude())
                .isEqualTo(34.66);
        assertThat(((Point) located.getGeometry()).getCoordinates().getLongitude())
                .isEqualTo(61.07);
        assertThat(located.<String>getProperty("precision")).isEqualTo("PLACE");
        assertThat(located.<String>getProperty("category")).isEqualTo("MASS_DEPORTATION");
        assertThat(feature(found, nowhere).getGeometry()).isNull();
    }

    @Test
    void hxlIsReadByACsvReader() throws IOException {
        String id = Alerts.open(
                signal("MR", "Three").set("places", List.of(Map.of("name", "=cmd|' /C calc'!A0", "country", "MR"))));
        as("editor")
                .body(Map.of("title", "=SUM(A1), \"quoted\"\nline"))
                .patch(path(id))
                .then()
                .statusCode(200);

        Response response = as("reader").get(LIST + ".csv?country=MR");
        List<String[]> rows = new CsvMapper()
                .readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .<String[]>readValues(response.asString())
                .readAll();
        assertThat(response.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(rows).hasSize(3).allSatisfy(row -> assertThat(row).hasSameSizeAs(rows.get(0)));
        assertThat(rows.get(1)).allMatch(tag -> tag.matches("#[a-z][a-z0-9_]*(\\+[a-z][a-z0-9_]*)*"));
        List<String> tags = List.of(rows.get(1));
        String[] row = rows.get(2);
        assertThat(row[tags.indexOf("#meta+id")]).isEqualTo(id);
        assertThat(row[tags.indexOf("#affected+deported+num")]).isEqualTo("29000");
        assertThat(row[tags.indexOf("#event+name")]).isEqualTo("'=SUM(A1), \"quoted\"\nline");
        assertThat(row[tags.indexOf("#loc+name+list")]).startsWith("'=");
    }

    @Test
    void capIsValidAndItsMessagesReferToEachOther() throws Exception {
        String id = Alerts.open(signal("NE", "Four & <five>")
                .set("places", List.of(Map.of("name", "Agadez", "country", "NE", "pcode", "NE001"))));
        Element alert = cap(id, "");
        assertThat(text(alert, "msgType")).isEqualTo("Alert");
        assertThat(text(alert, "references")).isNull();
        assertThat(text(alert, "circle")).isEqualTo("16.97,7.99 10");
        String first = text(alert, "sender") + "," + text(alert, "identifier") + "," + text(alert, "sent");

        Alerts.patch(id, Map.of("status", "ACKNOWLEDGED"), 200);
        Element update = cap(id, "");
        assertThat(text(update, "msgType")).isEqualTo("Update");
        assertThat(text(update, "references")).isEqualTo(first);
        Alerts.patch(id, Map.of("status", "RETRACTED", "reason", "A film, not an event"), 200);
        Element cancel = cap(id, "");
        assertThat(text(cancel, "msgType")).isEqualTo("Cancel");
        assertThat(text(cancel, "note")).isEqualTo("A film, not an event");
        assertThat(text(cancel, "references")).startsWith(first + " ").contains(text(update, "identifier"));
        Alerts.patch(id, Map.of("status", "OPEN"), 200);
        assertThat(text(cap(id, ""), "msgType")).isEqualTo("Alert");
        assertThat(text(cap(id, "?version=2"), "identifier")).isEqualTo(text(update, "identifier"));
        assertThat(as("reader").get(path(id) + ".cap?version=1").asString())
                .isEqualTo(as("reader").get(path(id) + ".cap?version=1").asString())
                .contains("<valueName>tocsin:figure.DEPORTED</valueName>");
    }

    @Test
    void capIsThereByAcceptAndKeptByCaches() {
        String id = Alerts.open(signal("ML", "Six"));

        Response response = as("reader").accept("application/cap+xml").get(path(id));
        response.then().statusCode(200).contentType("application/cap+xml");
        as("reader")
                .header("If-None-Match", response.header("ETag"))
                .get(path(id) + ".cap")
                .then()
                .statusCode(304);
        as("reader").get(path(id) + ".cap?version=9").then().statusCode(404).contentType("application/problem+json");
        as("reader")
                .get(path("0198a3c2-2b00-7e53-9d66-1b2c3d4e5f60") + ".cap")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("status", equalTo(404));
        as("ingest").get(path(id) + ".cap").then().statusCode(403);
    }

    private static SignalJson signal(String country, String title) {
        return SignalJson.example()
                .country(country)
                .document("title", title)
                .document("url", "https://news.example.org/" + country + "/" + title.hashCode());
    }

    private static SyndFeed feed(Response response) throws Exception {
        response.then().statusCode(200).contentType("application/atom+xml");
        return new SyndFeedInput().build(new StringReader(response.asString()));
    }

    private static FeatureCollection features(String query) throws IOException {
        String text = as("reader").get(LIST + ".geojson?" + query).asString();
        return new ObjectMapper().readValue(text, FeatureCollection.class);
    }

    private static Feature feature(FeatureCollection found, String id) {
        return found.getFeatures().stream()
                .filter(feature -> id.equals(feature.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static Element cap(String id, String query) throws Exception {
        String text = as("reader").get(path(id) + ".cap" + query).asString();
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(OutputTest.class.getResource("/cap/cap12.xsd"))
                .newValidator()
                .validate(new StreamSource(new StringReader(text)));
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)))
                .getDocumentElement();
    }

    @org.jspecify.annotations.Nullable
    private static String text(Element alert, String name) {
        var found = alert.getElementsByTagName(name);
        return found.getLength() == 0 ? null : found.item(0).getTextContent();
    }
}
