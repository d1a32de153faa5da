package org.tocsin.standalone.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tocsin.standalone.process.FileTree;
import org.tocsin.standalone.process.StartException;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once per version from the artifact on the classpath. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /**
     * The folder that holds {@code bin/postgres}, unpacked when it is not there yet.
     *
     * @throws StartException on a machine that there is no artifact for
     */
    static Path unpacked() {
        String archive = archiveName();
        URL packed = PostgresBinaries.class.getResource("/" + archive);
        if (packed == null) {
            throw new StartException("There are no PostgreSQL programs for this machine (" + archive
                    + " is not on the classpath): set QUARKUS_DATASOURCE_JDBC_URL to use a server of your own.");
        }
        try {
            URLConnection connection = packed.openConnection();
            // The archive's length tells versions apart without a list of versions to maintain.
            String name = archive.replace(".txz", "") + "-" + connection.getContentLengthLong();
            Path home = cache().resolve(name);
            if (!Files.isExecutable(home.resolve("bin/postgres"))) {
                try (InputStream in = connection.getInputStream()) {
                    unpack(in, home);
                }
            }
            return home;
        } catch (IOException e) {
            throw new StartException("PostgreSQL cannot be unpacked: " + e.getMessage() + ".", e);
        }
    }

    private static String archiveName() {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String family = machine.equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-" + (system.startsWith("linux") ? "linux" : system) + "-" + family + ".txz";
    }

    /** Root's own cache is closed to the user that PostgreSQL will run as. */
    private static Path cache() {
        Path systemWide = Path.of("/var/cache");
        if (Files.isWritable(systemWide)) {
            return systemWide.resolve("tocsin");
        }
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("tocsin");
    }

    private static void unpack(InputStream archive, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        Path fresh = Files.createTempDirectory(home.getParent(), "unpacking");
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                extract(tar, entry, fresh);
            }
        }
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Another process has been faster, or an earlier one left a folder without programs.
            if (!Files.isExecutable(home.resolve("bin/postgres"))) {
                FileTree.delete(home);
                Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
            } else {
                FileTree.delete(fresh);
            }
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive points outside of its folder");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        boolean program = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
