package org.tocsin.standalone.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class ServerProcessTest {

    @TempDir
    private Path folder;

    @Test
    void quotesTheComplaintOfAProgramThatEndsWhileStarting() {
        ServerProcess process = launch("echo starting; echo 'FATAL: no room left'; echo bye; exit 3");

        assertThatThrownBy(() -> process.awaitReady(() -> false, Duration.ofSeconds(10)))
                .isInstanceOf(StartException.class)
                .hasMessage(
                        "Tester ended with code 3 while starting: FATAL: no room left (all of it in " + log() + ").");
    }

    @Test
    void endsAProgramThatDoesNotBecomeReady() {
        ServerProcess process = launch("exec sleep 600");

        assertThatThrownBy(() -> process.awaitReady(() -> false, Duration.ofMillis(100)))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("has not become ready within");
        assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void killsAProgramThatWillNotEnd() {
        ServerProcess process = launch("trap '' TERM; while :; do sleep 1; done");

        process.stop("TERM", Duration.ofMillis(300));

        assertThat(process.alive()).isFalse();
    }

    @Test
    void endsWhatAnEarlierRunHasLeft() {
        ServerProcess left = launch("exec sleep 601");
        // While a program takes the place of another, the system shows no command line of it.
        await().until(() -> ProcessHandle.of(left.pid())
                .flatMap(handle -> handle.info().command())
                .filter(command -> !command.endsWith("sh"))
                .isPresent());

        ServerProcess.endLeftover(folder.resolve("pid"), "601");

        assertThat(left.onExit()).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void sparesAProgramThatOnlyHasTheSameProcessId() {
        ServerProcess other = launch("exec sleep 602");

        ServerProcess.endLeftover(folder.resolve("pid"), "postgres -D " + folder);

        assertThat(other.alive()).isTrue();
        other.stop("TERM", Duration.ofSeconds(5));
    }

    @Test
    void childrenDieWithAParentThatIsKilled() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("parent.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(folder.resolve("ready")));
        ProcessHandle child =
                PidFile.read(folder.resolve("pid")).flatMap(ProcessHandle::of).orElseThrow();

        parent.destroyForcibly();

        await().atMost(Duration.ofSeconds(60)).until(() -> !runs(child));
    }

    /** An ended process stays in the table until whoever adopted it takes note; that is not running. */
    private static boolean runs(ProcessHandle handle) throws Exception {
        Path status = Path.of("/proc", Long.toString(handle.pid()), "status");
        Optional<String> state = Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("State:"))
                        .findFirst()
                : Optional.empty();
        return state.map(line -> !line.contains("Z")).orElse(false);
    }

    /** Starts a child and waits to be killed. */
    static final class Parent {

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            ServerProcess child = ServerProcess.launch(
                    "Child", List.of("sleep", "603"), Map.of(), folder.resolve("log"), folder.resolve("pid"));
            Files.writeString(folder.resolve("ready"), "");
            child.onExit().join();
        }
    }

    private Path log() {
        return folder.resolve("log");
    }

    private ServerProcess launch(String script) {
        return ServerProcess.launch("Tester", List.of("/bin/sh", "-c", script), Map.of(), log(), folder.resolve("pid"));
    }
}
