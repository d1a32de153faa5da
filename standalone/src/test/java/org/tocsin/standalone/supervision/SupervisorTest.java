package org.tocsin.standalone.supervision;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.standalone.process.RunningServer;
import org.tocsin.standalone.process.ServerProcess;
import org.tocsin.standalone.process.StartException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class SupervisorTest {

    @TempDir
    private Path folder;

    private final StringWriter terminal = new StringWriter();
    private final List<Sleeper> started = new CopyOnWriteArrayList<>();
    private final List<String> closed = new CopyOnWriteArrayList<>();
    private Supervisor supervisor;

    @BeforeEach
    void open() {
        supervisor = new Supervisor(
                new Journal(folder.resolve("journal"), new PrintWriter(terminal, true), Clock.systemUTC()));
    }

    @AfterEach
    void close() {
        supervisor.close();
    }

    @Test
    void startsAPartAgainThatWasKilled() {
        supervisor.begin(List.of(sleeper("monitor"))).await();
        long first = started.get(0).pid();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofSeconds(60)).until(() -> started.size() == 2);
        assertThat(started.get(1).pid()).isNotEqualTo(first);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(terminal.toString())
                .contains("monitor has ended with code 137 and is started again")
                .contains("monitor is up again"));
        assertThat(folder.resolve("journal")).content().contains("monitor is up, process " + first);
    }

    @Test
    void endsGroupsInTheOppositeOrderAndLeavesNothingRunning() {
        supervisor.begin(List.of(sleeper("database"))).await();
        supervisor.begin(List.of(sleeper("service"))).await();

        supervisor.close();

        assertThat(closed.stream().distinct()).containsExactly("service", "database");
        assertThat(started).noneMatch(sleeper -> ProcessHandle.of(sleeper.pid()).isPresent());
    }

    @Test
    void tellsAtOnceWhyAPartCannotBeStarted() {
        Part broken = new Part("broken", () -> {
            throw new StartException("Port 1 is taken.");
        });
        Supervisor.Start start = supervisor.begin(List.of(sleeper("fine"), broken));

        assertThatThrownBy(start::await).isInstanceOf(StartException.class).hasMessage("Port 1 is taken.");
    }

    @Test
    void endsAPartThatIsStillStarting() {
        Part slow = new Part("slow", () -> {
            Sleeper process = new Sleeper("slow");
            started.add(process);
            process.process.awaitReady(() -> false, Duration.ofMinutes(5));
            return process;
        });
        supervisor.begin(List.of(slow));
        await().until(() -> started.size() == 1);

        supervisor.close();

        assertThat(started.get(0).onExit()).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void startsNothingAfterItsEnd() {
        supervisor.close();

        assertThatThrownBy(() -> supervisor.begin(List.of(sleeper("late")))).isInstanceOf(StartException.class);
        assertThat(started).isEmpty();
    }

    private Part sleeper(String name) {
        return new Part(name, () -> {
            Sleeper process = new Sleeper(name);
            started.add(process);
            return process;
        });
    }

    /** A real process that does nothing. */
    private final class Sleeper implements RunningServer {

        private final String name;
        private final ServerProcess process;

        Sleeper(String name) {
            this.name = name;
            this.process = ServerProcess.launch(
                    name, List.of("sleep", "600"), Map.of(), folder.resolve(name + ".log"), pidFile(name));
        }

        private Path pidFile(String part) {
            Path file = folder.resolve(part + ".pid");
            assertThat(Files.exists(file.getParent())).isTrue();
            return file;
        }

        @Override
        public long pid() {
            return process.pid();
        }

        @Override
        public CompletableFuture<Integer> onExit() {
            return process.onExit();
        }

        @Override
        public void close() {
            closed.add(name);
            process.stop("TERM", Duration.ofSeconds(5));
        }
    }
}
