package org.tocsin.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.benchmarks.system.RunningTocsin;
import org.tocsin.standalone.installation.Service;
import org.tocsin.standalone.supervision.PartState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The script {@code ./tocsin} as a user types it. */
class CommandLineIT {

    @TempDir
    private Path folder;

    @Test
    void helpsAndRefusesInOneSentence() throws Exception {
        assertThat(tocsin(Map.of(), "--help").output()).contains("demo", "up", "token", "status", "stop");
        assertThat(tocsin(Map.of(), "--version").output()).startsWith("Tocsin ");
        Result bad = tocsin(Map.of(), "up", "--colour");
        assertThat(bad.code()).isEqualTo(2);
        assertThat(bad.output().strip().lines())
                .containsExactly("Unknown option: '--colour'. See './tocsin up --help'.");
    }

    @Test
    void refusesAnOldOrMissingJava() throws Exception {
        Path fake = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        Files.writeString(fake, "#!/bin/sh\necho '    java.specification.version = 1.8' >&2\n");
        assertThat(fake.toFile().setExecutable(true)).isTrue();

        Result old = tocsin(Map.of("JAVA_HOME", folder.resolve("jdk").toString()), "--version");

        assertThat(old.code()).isEqualTo(1);
        assertThat(old.output().strip().lines())
                .singleElement()
                .asString()
                .startsWith("Tocsin needs a JDK 17 or newer:");
    }

    @Test
    void tellsOfARunningTocsinAndEndsIt() throws Exception {
        Path data = folder.resolve("data");
        try (RunningTocsin running = RunningTocsin.start(data, Map.of())) {
            Result status = tocsin(Map.of(), "status", "--data", data.toString());
            assertThat(status.code()).as(status.output()).isZero();
            assertThat(status.output()).contains("postgres", "kafka", "monitor-service", "alert-service");
            String token = tocsin(Map.of(), "token", "--role", "reader", "--data", data.toString())
                    .output()
                    .strip();
            assertThat(running.client(Service.ALERT, "reader").get("/alerts").path("items"))
                    .isEmpty();
            assertThat(token).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
            Result second = tocsin(Map.of(), "up", "--data", data.toString());
            assertThat(second.code()).isEqualTo(1);
            assertThat(second.output()).contains("Another Tocsin is running on " + data);
            List<Long> processes = running.parts().stream().map(PartState::pid).toList();

            Result stop = tocsin(Map.of(), "stop", "--data", data.toString());

            assertThat(stop.code()).as(stop.output()).isZero();
            assertThat(processes).hasSize(5).noneMatch(CommandLineIT::runs);
        }
    }

    @Test
    void leavesNothingRunningWhenTheSupervisorIsKilled() throws Exception {
        try (RunningTocsin running = RunningTocsin.start(folder.resolve("data"), Map.of())) {
            List<Long> processes = running.parts().stream().map(PartState::pid).toList();

            ProcessHandle.of(running.supervisor()).orElseThrow().destroyForcibly();

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> processes.stream().noneMatch(CommandLineIT::runs));
        }
    }

    /** A process that has ended stays in the table until whoever adopted it takes note. */
    private static boolean runs(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .noneMatch(line -> line.startsWith("State:") && line.contains("Z"));
        } catch (IOException e) {
            return false;
        }
    }

    private record Result(int code, String output) {}

    private Result tocsin(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("../tocsin"));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }
}
