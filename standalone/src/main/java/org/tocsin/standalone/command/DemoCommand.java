package org.tocsin.standalone.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.tocsin.standalone.demo.Demo;
import org.tocsin.standalone.installation.Programs;
import org.tocsin.standalone.installation.Settings;
import org.tocsin.standalone.process.FileTree;
import org.tocsin.standalone.process.StartException;
import org.tocsin.standalone.supervision.Installation;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows Tocsin at work with sample feeds on a throw-away data folder. */
@Command(
        name = "demo",
        description = "Shows Tocsin at work: sample feeds in, alerts out by e-mail and webhook, nothing kept.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final Duration UNTIL_ENDED = Duration.ofDays(365);

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "${env:TOCSIN_DEMO_SECONDS}",
            description = "Ends by itself after so many seconds, counted from ready; as 90 or 90s.")
    private @Nullable String limit;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Duration shown = parse(limit);
        Settings settings = new Settings(System.getenv());
        Programs programs = Programs.find(settings);
        PrintWriter out = spec.commandLine().getOut();
        Path folder = throwAway();
        Run run = Run.open(folder, out, Clock.systemUTC());
        run.onEnd(() -> delete(folder));
        Demo demo = Demo.open(programs, settings, out, Clock.systemUTC());
        run.onEnd(demo::close);
        run.start(data -> new Installation(programs, demo.installation(), data, run.journal()));
        demo.prepare(run.folder());
        demo.show(run.folder(), shown);
        return 0;
    }

    private Duration parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return UNTIL_ENDED;
        }
        String seconds = text.strip().replaceFirst("s$", "");
        if (!seconds.matches("[1-9]\\d{0,6}")) {
            throw new ParameterException(
                    spec.commandLine(), "--for must be a number of seconds such as 90 or 90s, not '" + text + "'");
        }
        return Duration.ofSeconds(Long.parseLong(seconds));
    }

    private static Path throwAway() {
        try {
            // Others may pass through, not look: as root, the database runs as another user.
            return Files.createTempDirectory(
                    "tocsin-demo-", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
        } catch (IOException e) {
            throw new StartException("No temporary folder can be made: " + e.getMessage() + ".", e);
        }
    }

    private static void delete(Path folder) {
        try {
            FileTree.delete(folder);
        } catch (IOException e) {
            throw new StartException("The folder " + folder + " could not be deleted: " + e.getMessage() + ".", e);
        }
    }
}
