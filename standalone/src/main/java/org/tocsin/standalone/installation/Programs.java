package org.tocsin.standalone.installation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.tocsin.standalone.process.StartException;

/**
 * Where the built services are.
 *
 * @param home the checkout, or a folder laid out like one
 */
public record Programs(Path home) {

    /** By the system property {@code tocsin.home}, the variable {@code TOCSIN_HOME}, or the nearest folder above. */
    public static Programs find(Settings settings) {
        return Optional.ofNullable(System.getProperty("tocsin.home"))
                .or(() -> Optional.ofNullable(settings.environment().get("TOCSIN_HOME")))
                .map(Path::of)
                .or(Programs::above)
                .map(Path::toAbsolutePath)
                .map(Programs::new)
                .orElseThrow(() -> new StartException(
                        "Tocsin's programs are not below the current folder: set TOCSIN_HOME to the checkout."));
    }

    private static Optional<Path> above() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve(Service.MONITOR.module()))) {
            folder = folder.getParent();
        }
        return Optional.ofNullable(folder);
    }

    /**
     * The jar that runs the service.
     *
     * @throws StartException when it has not been built
     */
    public Path jar(Service service) {
        Path jar = home.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            throw new StartException(
                    service.module() + " is not built: run 'mvn -B -DskipTests package' in " + home + ".");
        }
        return jar;
    }

    public Path seeds() {
        return home.resolve("seeds");
    }

    /** Where {@code up} keeps its data unless told otherwise. */
    public Path defaultData() {
        return home.resolve("data");
    }
}
