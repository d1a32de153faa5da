package org.tocsin.standalone.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;

import org.tocsin.standalone.installation.DataFolder;
import org.tocsin.standalone.installation.Programs;
import org.tocsin.standalone.installation.Service;
import org.tocsin.standalone.installation.Settings;
import org.tocsin.standalone.supervision.Installation;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs an installation until it is told to end. */
@Command(
        name = "up",
        description = "Runs Tocsin on this machine and keeps its data, until Ctrl-C or './tocsin stop'.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = new Settings(System.getenv());
        Programs programs = Programs.find(settings);
        PrintWriter out = spec.commandLine().getOut();
        Run run = Run.open(data.resolve(settings), out, Clock.systemUTC());
        run.start(folder -> new Installation(programs, settings, folder, run.journal()));
        tellWhereToLook(out, settings, run.folder());
        run.awaitEnd();
        return 0;
    }

    private static void tellWhereToLook(PrintWriter out, Settings settings, DataFolder folder) {
        for (Service service : Service.values()) {
            out.printf("  %-16s http://127.0.0.1:%d/q/swagger-ui%n", service.module(), settings.port(service));
        }
        out.println("  token            ./tocsin token --role admin --data " + folder.path());
        out.println("  logs             " + folder.path().resolve("logs"));
        out.println("  stop             Ctrl-C, or ./tocsin stop --data " + folder.path());
        out.flush();
    }
}
