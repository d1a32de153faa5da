package org.tocsin.standalone.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.tocsin.standalone.installation.DataFolder;
import org.tocsin.standalone.installation.Settings;
import org.tocsin.standalone.process.StartException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Ends a running installation. */
@Command(
        name = "stop",
        description = "Ends a running Tocsin in order and waits for its end.",
        mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {

    private static final int LIMIT_SECONDS = 90;

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Path folder = data.resolve(new Settings(System.getenv()));
        Optional<ProcessHandle> supervisor = DataFolder.supervisor(folder);
        if (supervisor.isEmpty()) {
            spec.commandLine().getOut().println("Tocsin is not running on " + folder + ".");
            return 0;
        }
        if (!supervisor.get().destroy()) {
            throw new StartException("Process " + supervisor.get().pid()
                    + " belongs to another user: stop Tocsin as the user who started it.");
        }
        try {
            supervisor.get().onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new StartException(
                    "Tocsin, process " + supervisor.get().pid() + ", has not ended within " + LIMIT_SECONDS
                            + " s: its last words are in " + folder.resolve("logs/supervisor.log") + ".",
                    e);
        }
        spec.commandLine().getOut().println("Tocsin has ended.");
        return 0;
    }
}
