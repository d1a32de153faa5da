package org.tocsin.monitor.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/** Gives a new installation its first sources. */
@ApplicationScoped
class SourceSeeds {

    private static final String RESOURCE = "seeds/sources.yaml";

    private final SourceService sources;
    private final boolean wanted;

    SourceSeeds(SourceService sources, SeedConfig config) {
        this.sources = sources;
        this.wanted = config.sources();
    }

    void onStart(@Observes StartupEvent start) {
        if (wanted && sources.isEmpty()) {
            SourceImport result = sources.addAll(read());
            Log.infof(
                    "Seeded %d sources, left out %d",
                    result.added(), result.rejected().size());
        }
    }

    private static List<SourceRequest> read() {
        YAMLMapper yaml = new YAMLMapper();
        yaml.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(RESOURCE)) {
            return stream == null
                    ? List.of()
                    : yaml.readValue(stream, Seeds.class).sources();
        } catch (IOException e) {
            throw new UncheckedIOException("The seeds of the sources are damaged", e);
        }
    }

    /** The file. */
    record Seeds(List<SourceRequest> sources) {}
}
