package org.tocsin.standalone.command;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.tocsin.standalone.installation.Settings;
import org.tocsin.standalone.installation.SigningKeys;
import org.tocsin.standalone.installation.TokenMint;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints a token for the API. */
@Command(
        name = "token",
        description = "Prints a token for the API, signed with the key of the data folder.",
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

    private static final int YEAR_IN_HOURS = 8_760;

    enum Role {
        ADMIN,
        EDITOR,
        INGEST,
        READER,
        PARTNER
    }

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE",
            description = "One of ${COMPLETION-CANDIDATES}; may be given more than once.")
    private List<Role> roles = List.of();

    @Option(names = "--org", paramLabel = "ID", description = "Organisation of a partner's token.")
    private @Nullable String organisation;

    @Option(
            names = "--hours",
            paramLabel = "N",
            defaultValue = "24",
            description = "Valid for so many hours, at most 8760; 24 by default.")
    private int hours;

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (hours < 1 || hours > YEAR_IN_HOURS) {
            throw new ParameterException(spec.commandLine(), "--hours must be from 1 to " + YEAR_IN_HOURS);
        }
        if (roles.contains(Role.PARTNER) == (organisation == null)) {
            throw new ParameterException(spec.commandLine(), "--org ID belongs to --role partner, and the reverse");
        }
        SigningKeys keys = SigningKeys.of(data.resolve(new Settings(System.getenv())));
        TokenMint mint = new TokenMint(keys.sign(), Clock.systemUTC());
        List<String> names =
                roles.stream().map(role -> role.name().toLowerCase(Locale.ROOT)).toList();
        spec.commandLine()
                .getOut()
                .println(mint.mint(
                        "cli:" + System.getProperty("user.name"), names, organisation, Duration.ofHours(hours)));
        return 0;
    }
}
