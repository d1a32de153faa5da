package org.tocsin.alert.intake;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tocsin.alert.category.Categories;
import org.tocsin.alert.match.MatchWeights;
import org.tocsin.alert.match.Matcher;
import org.tocsin.alert.match.TermWeights;
import org.tocsin.alert.score.ScoreWeights;
import org.tocsin.alert.score.Scoring;

/** Reads categories and weights from the files that the configuration names, or else from those in the jar. */
@Singleton
class Settings {

    @Produces
    @Singleton
    Categories categories(@ConfigProperty(name = "tocsin.alert.categories") Optional<Path> file) {
        try (Reader reader = open(file, "category/categories.properties")) {
            return Categories.read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Produces
    @Singleton
    ScoreWeights scoreWeights(@ConfigProperty(name = "tocsin.alert.score-weights") Optional<Path> file) {
        try (Reader reader = open(file, "score/weights.properties")) {
            return ScoreWeights.read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Produces
    @Singleton
    Scoring scoring(ScoreWeights weights) {
        return new Scoring(weights);
    }

    @Produces
    @Singleton
    Matcher matcher(@ConfigProperty(name = "tocsin.alert.match-weights") Optional<Path> file) {
        try (Reader reader = open(file, "match/weights.properties")) {
            return new Matcher(MatchWeights.read(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Produces
    @Singleton
    TermWeights termWeights() {
        try (Reader reader = open(Optional.empty(), "match/term-shares.tsv")) {
            return TermWeights.read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader open(Optional<Path> file, String resource) throws IOException {
        if (file.isPresent()) {
            return Files.newBufferedReader(file.get(), StandardCharsets.UTF_8);
        }
        var stream = Settings.class.getClassLoader().getResourceAsStream(resource);
        if (stream == null) {
            throw new IOException("no resource " + resource);
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }
}
