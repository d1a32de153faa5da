package org.tocsin.benchmarks.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.tocsin.standalone.demo.ApiClient;
import org.tocsin.standalone.installation.Programs;
import org.tocsin.standalone.installation.Service;
import org.tocsin.standalone.installation.Settings;
import org.tocsin.standalone.installation.SigningKeys;
import org.tocsin.standalone.installation.TokenMint;
import org.tocsin.standalone.process.Ports;
import org.tocsin.standalone.supervision.PartState;

/** A Tocsin of its own, started by the command line on free ports: nothing of it runs in this JVM. */
public final class RunningTocsin implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(2);

    private final Path data;
    private final Settings settings;
    private final Process process;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Long> ready = new CompletableFuture<>();
    private final long begun = System.nanoTime();

    private RunningTocsin(Path data, Settings settings, Process process) {
        this.data = data;
        this.settings = settings;
        this.process = process;
        Thread reader = new Thread(this::read, "tocsin-output");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts {@code tocsin up} and waits until it says that it is ready.
     *
     * @param environment added to this JVM's and to the ports chosen
     */
    public static RunningTocsin start(Path data, Map<String, String> environment) throws IOException {
        Map<String, String> all = new HashMap<>(freePorts());
        all.putAll(environment);
        Path home = Programs.find(new Settings(System.getenv())).home();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-Dtocsin.home=" + home,
                "-jar",
                home.resolve("standalone/target/tocsin-standalone.jar").toString(),
                "up",
                "--data",
                data.toString());
        builder.environment().putAll(all);
        RunningTocsin running = new RunningTocsin(
                data, new Settings(all), builder.redirectErrorStream(true).start());
        running.awaitReady();
        return running;
    }

    private static Map<String, String> freePorts() {
        Map<String, String> ports = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (String name : List.of(
                "MONITOR",
                "MONITOR_MANAGEMENT",
                "ALERT",
                "ALERT_MANAGEMENT",
                "NOTIFY",
                "NOTIFY_MANAGEMENT",
                "POSTGRES",
                "KAFKA")) {
            int port = Ports.free();
            while (!taken.add(port)) {
                port = Ports.free();
            }
            ports.put("TOCSIN_" + name + "_PORT", Integer.toString(port));
        }
        return ports;
    }

    private void read() {
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                output.add(line);
                if (line.startsWith("Tocsin is ready")) {
                    ready.complete(System.nanoTime());
                }
            }
        } catch (IOException e) {
            output.add("(output lost: " + e.getMessage() + ")");
        }
        ready.completeExceptionally(new IllegalStateException("Tocsin ended before it was ready: " + output));
    }

    private void awaitReady() {
        try {
            ready.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw new IllegalStateException("Tocsin did not become ready: " + output, e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** From the start of the process to its word that it is ready. */
    public Duration readyAfter() {
        return Duration.ofNanos(ready.join() - begun);
    }

    /** A client of one service with a token of the given roles. */
    public ApiClient client(Service service, String... roles) {
        TokenMint mint = new TokenMint(SigningKeys.of(data).sign(), Clock.systemUTC());
        String token = mint.mint("system-test", List.of(roles), null, Duration.ofHours(4));
        return new ApiClient("http://127.0.0.1:" + settings.port(service), token);
    }

    public Path data() {
        return data;
    }

    public Settings settings() {
        return settings;
    }

    /** What it has printed so far. */
    public List<String> output() {
        return List.copyOf(output);
    }

    /** The parts as {@code tocsin status} sees them. */
    public List<PartState> parts() {
        return PartState.read(data);
    }

    /** Kills the process of a part with SIGKILL. */
    public void kill(String part) {
        PartState state = parts().stream()
                .filter(known -> known.name().equals(part))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no part is called " + part));
        ProcessHandle.of(state.pid())
                .orElseThrow(() -> new IllegalStateException(part + " is not running"))
                .destroyForcibly();
    }

    public long supervisor() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
