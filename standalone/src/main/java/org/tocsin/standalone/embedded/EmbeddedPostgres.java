package org.tocsin.standalone.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.tocsin.standalone.process.FileTree;
import org.tocsin.standalone.process.Ports;
import org.tocsin.standalone.process.RunningServer;
import org.tocsin.standalone.process.ServerProcess;
import org.tocsin.standalone.process.StartException;

/**
 * A PostgreSQL server as a child process, reachable on 127.0.0.1 only and with a password of its own. What has been
 * committed survives {@code kill -9}: start it again on the same folder.
 */
public final class EmbeddedPostgres implements RunningServer {

    /** Whether a commit waits for the disk. */
    public enum Durability {
        /** Committed is committed, even when the machine loses its power. */
        DURABLE,
        /** For tests: faster, and safe as long as the machine itself keeps running. */
        FAST
    }

    private static final String USER = "tocsin";
    private static final String DATABASE = "tocsin";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
    /** Reported while the processes of a killed server are still on their way out. */
    private static final String STILL_LEAVING = "pre-existing shared memory block";

    private final ServerProcess process;
    private final int port;
    private final String password;

    private EmbeddedPostgres(ServerProcess process, int port, String password) {
        this.process = process;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts a durable server; the folder is initialised at the first start.
     *
     * @param dataDirectory belongs to this server alone
     * @param port 0 for a free one
     * @throws StartException when it cannot be started; the message is one sentence for the reader
     */
    public static EmbeddedPostgres start(Path dataDirectory, int port) {
        return start(dataDirectory, port, Durability.DURABLE);
    }

    /** As {@link #start(Path, int)}, with the durability chosen. */
    public static EmbeddedPostgres start(Path dataDirectory, int port, Durability durability) {
        return start(dataDirectory, port, durability, dataDirectory.resolve("postgres.log"));
    }

    /** As {@link #start(Path, int)}, with the durability and the file for the server's output chosen. */
    public static EmbeddedPostgres start(Path dataDirectory, int port, Durability durability, Path log) {
        Path folder = dataDirectory.toAbsolutePath().normalize();
        try {
            Path home = PostgresBinaries.unpacked();
            Files.createDirectories(folder);
            ServerProcess.endLeftover(pidFile(folder), folder.toString());
            PostgresFolder data = PostgresFolder.prepare(home, folder, USER);
            int chosen = Ports.orFree(port);
            Ports.requireFree(chosen, "PostgreSQL");
            EmbeddedPostgres server = launch(home, data, chosen, durability, log);
            server.createDatabase();
            return server;
        } catch (IOException e) {
            throw new StartException("PostgreSQL cannot use the folder " + folder + ": " + e.getMessage() + ".", e);
        }
    }

    private static Path pidFile(Path folder) {
        return folder.resolve("postgres.pid");
    }

    private static EmbeddedPostgres launch(Path home, PostgresFolder data, int port, Durability durability, Path log) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            ServerProcess process = ServerProcess.launch(
                    "PostgreSQL",
                    data.user().command(arguments(home, data, port, durability)),
                    Map.of(),
                    log,
                    pidFile(data.folder()));
            EmbeddedPostgres server = new EmbeddedPostgres(process, port, data.password());
            try {
                process.awaitReady(server::answers, START_LIMIT);
                return server;
            } catch (StartException e) {
                server.close();
                if (!process.output().contains(STILL_LEAVING) || System.nanoTime() > deadline) {
                    throw e;
                }
            }
        }
    }

    private static String[] arguments(Path home, PostgresFolder data, int port, Durability durability) {
        List<String> arguments = new ArrayList<>();
        arguments.add(home.resolve("bin/postgres").toString());
        arguments.addAll(List.of("-D", data.cluster().toString(), "-p", Integer.toString(port)));
        Map<String, String> settings = Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("max_connections", "100"),
                Map.entry("shared_buffers", "64MB"),
                Map.entry("effective_cache_size", "512MB"),
                Map.entry("maintenance_work_mem", "64MB"),
                Map.entry("max_wal_size", "512MB"),
                Map.entry("min_wal_size", "80MB"),
                Map.entry("wal_level", "minimal"),
                Map.entry("max_wal_senders", "0"),
                Map.entry("jit", "off"),
                Map.entry("random_page_cost", "1.1"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"));
        settings.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        if (durability == Durability.FAST) {
            arguments.addAll(List.of("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"));
        }
        return arguments.toArray(String[]::new);
    }

    private boolean answers() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private void createDatabase() {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        } catch (SQLException e) {
            close();
            throw new StartException("PostgreSQL has started but refuses work: " + e.getMessage() + ".", e);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database) + "?connectTimeout=2&socketTimeout=30", USER, password);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String jdbcUrl() {
        return url(DATABASE);
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    public int port() {
        return port;
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public CompletableFuture<Integer> onExit() {
        return process.onExit();
    }

    /** Ends the server; open connections are closed and their transactions rolled back. */
    @Override
    public void close() {
        // INT is PostgreSQL's fast shutdown; TERM would wait for every client to leave.
        process.stop("INT", STOP_LIMIT);
    }

    /** What belongs to one server on disk: the cluster, its password and who may write to it. */
    private record PostgresFolder(Path folder, Path cluster, String password, Unprivileged user) {

        static PostgresFolder prepare(Path home, Path folder, String superuser) throws IOException {
            Path owned = folder.resolve("database");
            Files.createDirectories(owned);
            Unprivileged user = Unprivileged.find(home.resolve("bin/postgres"), owned);
            Path passwordFile = folder.resolve("password");
            Path cluster = owned.resolve("cluster");
            if (!Files.exists(cluster)) {
                initialise(home, owned, superuser, user, passwordFile);
            }
            return new PostgresFolder(
                    folder, cluster, Files.readString(passwordFile).strip(), user);
        }

        /** Initialised beside and then renamed: an interrupted first start leaves nothing half done. */
        private static void initialise(Path home, Path owned, String superuser, Unprivileged user, Path passwordFile)
                throws IOException {
            Path fresh = owned.resolve("cluster.new");
            if (Files.exists(fresh)) {
                FileTree.delete(fresh);
            }
            writeSecret(passwordFile, randomPassword());
            Path handedOver = owned.resolve("password.new");
            writeSecret(handedOver, Files.readString(passwordFile));
            user.own(handedOver);
            Path log = owned.getParent().resolve("initdb.log");
            Process initdb = new ProcessBuilder(user.command(
                            home.resolve("bin/initdb").toString(),
                            "--pgdata=" + fresh,
                            "--username=" + superuser,
                            "--pwfile=" + handedOver,
                            "--auth-host=scram-sha-256",
                            "--auth-local=reject",
                            "--encoding=UTF8",
                            // Built into the server: no dependence on the machine's own locales.
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C",
                            "--no-instructions",
                            "--no-sync"))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            int code = initdb.onExit().join().exitValue();
            Files.delete(handedOver);
            if (code != 0) {
                throw new StartException("PostgreSQL cannot initialise " + fresh + ": "
                        + Files.readString(log).strip().replaceAll("(?s).*\n", "") + " (all of it in " + log + ").");
            }
            Files.move(fresh, owned.resolve("cluster"), StandardCopyOption.ATOMIC_MOVE);
        }

        private static String randomPassword() {
            byte[] bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        }

        private static void writeSecret(Path file, String secret) throws IOException {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, secret);
        }
    }
}
