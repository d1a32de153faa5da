package org.tocsin.standalone.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.tocsin.standalone.installation.DataFolder;
import org.tocsin.standalone.installation.Settings;
import org.tocsin.standalone.supervision.PartState;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells whether an installation is running, and how its parts are. */
@Command(
        name = "status",
        description = "Tells how the parts of a running Tocsin are; ends with 0 only when all of them are up.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path folder = data.resolve(new Settings(System.getenv()));
        PrintWriter out = spec.commandLine().getOut();
        Optional<ProcessHandle> supervisor = DataFolder.supervisor(folder);
        if (supervisor.isEmpty()) {
            out.println("Tocsin is not running on " + folder + ".");
            return Tocsin.REFUSED;
        }
        out.printf(
                "Tocsin is running on %s, process %d%n",
                folder, supervisor.get().pid());
        boolean allUp = true;
        for (PartState state : PartState.read(folder)) {
            out.printf("  %-16s %-5s process %d%n", state.name(), state.up() ? "up" : "down", state.pid());
            allUp &= state.up();
        }
        return allUp ? 0 : Tocsin.REFUSED;
    }
}
