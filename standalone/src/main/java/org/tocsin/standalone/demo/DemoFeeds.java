package org.tocsin.standalone.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.tocsin.standalone.process.StartException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** The sample feeds, which grow in waves as feeds do. */
public final class DemoFeeds {

    private final Path folder;
    private final List<Outlet> outlets;
    private volatile int wave = 1;

    private DemoFeeds(Path folder, List<Outlet> outlets) {
        this.folder = folder;
        this.outlets = List.copyOf(outlets);
    }

    /**
     * An invented publisher.
     *
     * @param waves files below the folder; each holds what the earlier ones held and more
     */
    public record Outlet(
            String key,
            String name,
            String format,
            String language,
            String country,
            String reliability,
            String ownerGroup,
            List<String> waves) {

        public Outlet {
            waves = List.copyOf(waves);
        }
    }

    /**
     * Reads the list of outlets.
     *
     * @param folder holds {@code sources.yaml} and the files that it names
     */
    public static DemoFeeds read(Path folder) {
        try {
            List<Outlet> outlets = new ArrayList<>();
            for (JsonNode source : new YAMLMapper()
                    .readTree(folder.resolve("sources.yaml").toFile())
                    .path("sources")) {
                List<String> waves = new ArrayList<>();
                source.path("waves").forEach(file -> waves.add(file.asText()));
                outlets.add(new Outlet(
                        source.path("key").asText(),
                        source.path("name").asText(),
                        source.path("format").asText(),
                        source.path("language").asText(),
                        source.path("country").asText(),
                        source.path("reliability").asText(),
                        source.path("ownerGroup").asText(),
                        waves));
            }
            return new DemoFeeds(folder, outlets);
        } catch (IOException e) {
            throw new StartException("The sample feeds cannot be read: " + e.getMessage() + ".", e);
        }
    }

    public List<Outlet> outlets() {
        return outlets;
    }

    public int waves() {
        return outlets.stream().mapToInt(outlet -> outlet.waves().size()).max().orElse(0);
    }

    /** Serves the waves up to this one, counted from 1. */
    public void show(int newWave) {
        wave = newWave;
    }

    /** What the outlet publishes now; empty for an unknown one. */
    Optional<byte[]> document(String key) throws IOException {
        Optional<Outlet> outlet =
                outlets.stream().filter(known -> known.key().equals(key)).findFirst();
        if (outlet.isEmpty()) {
            return Optional.empty();
        }
        List<String> waves = outlet.get().waves();
        String file = waves.get(Math.min(wave, waves.size()) - 1);
        return Optional.of(Files.readAllBytes(folder.resolve(file)));
    }
}
