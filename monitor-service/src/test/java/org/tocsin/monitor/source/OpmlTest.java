package org.tocsin.monitor.source;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.tocsin.monitor.parse.FieldMapping;

import static org.assertj.core.api.Assertions.assertThat;

class OpmlTest {

    @Test
    void losesNothingOnTheWayOutAndIn() {
        SourceDetails source = new SourceDetails(
                "Hirmand \"Daily\" & <Sons>",
                URI.create("https://news.example.org/feed?a=1&b=2"),
                new SourceReading(
                        SourceFormat.JSON,
                        true,
                        true,
                        null,
                        new FieldMapping("/data", "/id", "/url", "/title", null, "/date")),
                "AF",
                "fa-AF",
                Reliability.B,
                "hirmand",
                Duration.ofMinutes(20),
                false);

        String opml = Opml.write(List.of(source), Instant.parse("2025-07-14T06:20:00Z"));

        assertThat(Opml.read(opml))
                .containsExactly(new SourceRequest(
                        "Hirmand \"Daily\" & <Sons>",
                        "https://news.example.org/feed?a=1&b=2",
                        "json",
                        true,
                        true,
                        null,
                        new SourceRequest.Mapping("/data", "/id", "/url", "/title", null, "/date"),
                        "AF",
                        "fa-AF",
                        "B",
                        "hirmand",
                        "PT20M",
                        false));
    }

    @Test
    void readsWhatOtherReadersExport() {
        String opml =
                """
                <opml version="1.0"><body><outline text="Folder">
                 <outline text="One" type="rss" xmlurl="https://one.example/feed"/>
                 <outline title="Two" XMLURL="https://two.example/feed" htmlUrl="https://two.example"></outline>
                </outline></body>
                """;

        assertThat(Opml.read(opml)).extracting(SourceRequest::name).containsExactly("One", "Two");
    }

    @Test
    void findsNothingInOtherDocuments() {
        assertThat(Opml.read("<html><body>hello")).isEmpty();
        assertThat(Opml.read("")).isEmpty();
    }
}
