package org.tocsin.standalone.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.tocsin.standalone.process.StartException;

/**
 * PostgreSQL refuses to run as root. As root it is therefore started by {@code setpriv} as the user nobody, who owns
 * the data then, or, where nobody cannot reach the folder, in a user namespace in which root is nobody in particular.
 */
final class Unprivileged {

    private static final String NOBODY = "nobody";

    private final List<String> prefix;
    private final @Nullable UserPrincipal owner;

    private Unprivileged(List<String> prefix, @Nullable UserPrincipal owner) {
        this.prefix = prefix;
        this.owner = owner;
    }

    /**
     * Finds a way that works here, by trying.
     *
     * @param program must be runnable that way
     * @param folder must be writable that way; it is given to the user nobody where that helps
     * @throws StartException when there is none
     */
    static Unprivileged find(Path program, Path folder) {
        if (!isRoot()) {
            return new Unprivileged(List.of(), null);
        }
        return asNobody(program, folder)
                .or(() -> inUserNamespace(program, folder))
                .orElseThrow(() -> new StartException("PostgreSQL refuses to run as root, and neither setpriv"
                        + " nor a user namespace gives it an unprivileged user that can write to " + folder
                        + ": start Tocsin as an ordinary user, or choose a data folder that everybody may reach."));
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static Optional<Unprivileged> asNobody(Path program, Path folder) {
        UserPrincipal nobody;
        UserPrincipal before;
        int uid;
        int gid;
        try {
            nobody = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NOBODY);
            before = Files.getOwner(folder);
            Files.setOwner(folder, nobody);
            uid = (Integer) Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS);
            gid = uid;
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
        List<String> prefix = List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--");
        if (works(prefix, program, folder)) {
            return Optional.of(new Unprivileged(prefix, nobody));
        }
        try {
            Files.setOwner(folder, before);
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<Unprivileged> inUserNamespace(Path program, Path folder) {
        List<String> prefix = List.of("unshare", "-U", "--");
        return works(prefix, program, folder) ? Optional.of(new Unprivileged(prefix, null)) : Optional.empty();
    }

    private static boolean works(List<String> prefix, Path program, Path folder) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                "/bin/sh",
                "-c",
                "cd \"$1\" && test -w . && \"$2\" --version",
                "sh",
                folder.toString(),
                program.toString()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The command as the unprivileged user runs it. */
    List<String> command(String... command) {
        List<String> line = new ArrayList<>(prefix);
        line.addAll(List.of(command));
        return List.copyOf(line);
    }

    /** Hands a file over to the unprivileged user. */
    void own(Path file) throws IOException {
        if (owner != null) {
            Files.setOwner(file, owner);
        }
    }
}
