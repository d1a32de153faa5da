package org.tocsin.standalone.command;

import java.io.PrintWriter;
import java.util.Optional;

import org.tocsin.standalone.process.StartException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "tocsin",
        description = "Early warning for humanitarian organisations, on one machine.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Tocsin.Version.class,
        subcommands = {DemoCommand.class, UpCommand.class, TokenCommand.class, StatusCommand.class, StopCommand.class})
public final class Tocsin implements Runnable {

    /** Exit code for anything that was refused with a reason. */
    static final int REFUSED = 1;

    @Spec
    private CommandSpec spec;

    /** Runs the command line and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Tocsin())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Tocsin::refuse)
                .setExecutionExceptionHandler(Tocsin::explain);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing");
    }

    private static int refuse(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        String sentence = e.getMessage().strip().lines().findFirst().orElse("The options are wrong");
        PrintWriter err = command.getErr();
        err.println(sentence + (sentence.endsWith(".") ? "" : ".") + " See './"
                + command.getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static int explain(Exception e, CommandLine command, ParseResult result) throws Exception {
        if (e instanceof StartException) {
            command.getErr().println(e.getMessage());
            command.getErr().flush();
            return REFUSED;
        }
        throw e;
    }

    /** The version in the manifest of the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Optional.ofNullable(Tocsin.class.getPackage().getImplementationVersion())
                    .orElse("of an unpacked build");
            return new String[] {"Tocsin " + version + " on Java " + Runtime.version()};
        }
    }
}
