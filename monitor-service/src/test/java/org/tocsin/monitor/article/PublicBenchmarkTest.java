package org.tocsin.monitor.article;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures article extraction on a public benchmark that somebody has at hand: a folder with {@code ground-truth.json}
 * (page id → {@code articleBody}, {@code url}) and {@code html/<page id>.html.gz}, as scrapinghub's
 * article-extraction-benchmark is laid out. Run with {@code -Dtocsin.articles=FOLDER}.
 */
@EnabledIfSystemProperty(named = "tocsin.articles", matches = ".+")
class PublicBenchmarkTest {

    private static final double TARGET = 0.955;

    @Test
    void reachesTheTarget() throws IOException {
        Path folder = Path.of(System.getProperty("tocsin.articles"));
        JsonNode truth =
                new ObjectMapper().readTree(folder.resolve("ground-truth.json").toFile());
        ArticleReader reader = new ArticleReader();
        List<Overlap> pages = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : truth.properties()) {
            URI base = URI.create(entry.getValue().path("url").asText("https://news.example.org/"));
            String text = reader.read(html(folder, entry.getKey()), "text/html", base)
                    .map(Article::text)
                    .orElse("");
            pages.add(Overlap.of(entry.getValue().path("articleBody").asText(), text));
        }

        assertThat(Overlap.mean(pages).f1()).as("%s", Overlap.mean(pages)).isGreaterThanOrEqualTo(TARGET);
    }

    private static byte[] html(Path folder, String page) throws IOException {
        Path file = folder.resolve("html").resolve(page + ".html.gz");
        try (InputStream stream = new GZIPInputStream(Files.newInputStream(file))) {
            return stream.readAllBytes();
        }
    }
}
