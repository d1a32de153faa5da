package org.tocsin.standalone.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One program as a child process: its output goes to a file, its process id to another, so that a later run recognises
 * what an earlier one, killed without warning, has left behind.
 */
public final class ServerProcess {

    private static final Duration POLL = Duration.ofMillis(40);
    private static final boolean SETSID = Files.isExecutable(Path.of("/usr/bin/setsid"));

    private final String name;
    private final Process process;
    private final Path log;
    private final long logStart;

    private ServerProcess(String name, Process process, Path log, long logStart) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.logStart = logStart;
    }

    /**
     * Starts the program in a session of its own: a Ctrl-C at the terminal reaches only the parent, which ends its
     * children in order.
     *
     * @param environment added to the parent's environment
     * @param log where standard output and error are appended
     * @param pidFile written with the process id
     */
    public static ServerProcess launch(
            String name, List<String> command, Map<String, String> environment, Path log, Path pidFile) {
        List<String> line = new ArrayList<>();
        if (SETSID) {
            line.add("/usr/bin/setsid");
        }
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            long logStart = Files.exists(log) ? Files.size(log) : 0;
            Process process = builder.start();
            Tether.hold(process.toHandle());
            PidFile.write(pidFile, process.pid());
            return new ServerProcess(name, process, log, logStart);
        } catch (IOException e) {
            throw new StartException(name + " cannot be started: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Ends what an earlier run has left behind, if anything.
     *
     * @param mark text that is part of the command line of that program and no other
     */
    public static void endLeftover(Path pidFile, String mark) {
        PidFile.read(pidFile)
                .flatMap(ProcessHandle::of)
                .filter(handle -> commandLine(handle.pid()).contains(mark))
                .ifPresent(ServerProcess::killAndWait);
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private static void killAndWait(ProcessHandle handle) {
        handle.destroyForcibly();
        handle.onExit().orTimeout(10, TimeUnit.SECONDS).exceptionally(e -> null).join();
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Completes when the process has ended, for whatever reason. */
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /**
     * Waits until the server answers.
     *
     * @throws StartException when it ends before, or does not answer in time; the process is gone then
     */
    public void awaitReady(BooleanSupplier ready, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (ended(POLL)) {
                throw new StartException(name + " ended with code " + process.exitValue() + " while starting: "
                        + complaint() + " (all of it in " + log + ").");
            }
            if (System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new StartException(name + " has not become ready within " + limit.toSeconds() + " s: "
                        + complaint() + " (all of it in " + log + ").");
            }
        }
    }

    /**
     * Asks the process to end and kills it when it has not within the limit.
     *
     * @param signal name of the signal that asks, without SIG
     */
    public void stop(String signal, Duration limit) {
        if (process.isAlive()) {
            signal(signal);
            if (!ended(limit)) {
                process.destroyForcibly();
                ended(Duration.ofSeconds(10));
            }
        }
        Tether.release(process.toHandle());
    }

    private void signal(String signal) {
        if (signal.equals("TERM")) {
            process.destroy();
            return;
        }
        try {
            // The JDK sends TERM and KILL only.
            new ProcessBuilder("/bin/sh", "-c", "kill -\"$1\" \"$2\"", "sh", signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }

    private boolean ended(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new StartException(name + " was told to end while it was starting or ending.", e);
        }
    }

    /** What this run has written to the log so far. */
    public String output() {
        try {
            byte[] all = Files.readAllBytes(log);
            int from = (int) Math.min(logStart, all.length);
            return new String(all, from, all.length - from, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private String complaint() {
        List<String> lines = output().lines().filter(line -> !line.isBlank()).toList();
        return lines.stream()
                .filter(line -> line.contains("FATAL") || line.contains("ERROR") || line.contains("Exception"))
                .findFirst()
                .or(() -> lines.stream().reduce((first, second) -> second))
                .map(String::strip)
                .orElse("it said nothing");
    }
}
