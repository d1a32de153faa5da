package org.tocsin.benchmarks.matching;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.postgresql.PGConnection;
import org.tocsin.alert.category.Categories;
import org.tocsin.alert.intake.EventArchive;
import org.tocsin.alert.match.MatchWeights;
import org.tocsin.alert.match.Matcher;
import org.tocsin.alert.match.Sighting;
import org.tocsin.alert.placement.Placement;
import org.tocsin.alert.placement.PlacementRules;
import org.tocsin.benchmarks.stream.TrainingReports;
import org.tocsin.standalone.embedded.EmbeddedPostgres;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Measures how fast reports find their alert among 100,000 open alerts and 1,000,000 documents of two years in a real
 * PostgreSQL: search for copies, search for candidates, comparison and decision. Writing is not part of it.
 */
public final class MatchingBenchmark {

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private static final int THREADS = 2;
    private static final int WARM_UP = 2_000;

    /** Reports of one event that come one after the other. */
    private static final int REPORTS_IN_TURN = 10;

    /** In which order reports come. */
    private enum Order {
        /** As news does, live or replayed: what is matched now is near in time to what was matched just before. */
        OF_TIME,
        /** Anywhere within two years, so that nothing was looked at before. */
        SCATTERED
    }

    private final EmbeddedPostgres postgres;
    private final List<Prepared> pool;
    private final Categories categories;
    private final int alerts;
    private final int[] byTime;

    private MatchingBenchmark(EmbeddedPostgres postgres, int alerts) throws IOException {
        this.postgres = postgres;
        this.alerts = alerts;
        this.byTime = IntStream.range(0, alerts)
                .boxed()
                .sorted(Comparator.comparing(ArchiveFiller::time))
                .mapToInt(Integer::intValue)
                .toArray();
        this.categories = Categories.read(TrainingReports.resource("category/categories.properties"));
        this.pool = TrainingReports.sightings(categories);
    }

    /**
     * Prints signals per second and the time of a match.
     *
     * @param arguments the number of alerts (100000) and of matches (20000)
     */
    public static void main(String[] arguments) throws Exception {
        int alerts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int matches = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
        Path data = Files.createTempDirectory("tocsin-matching-");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data.resolve("postgres"), 0)) {
            var benchmark = new MatchingBenchmark(postgres, alerts);
            benchmark.fill(System.out);
            for (Order order : Order.values()) {
                benchmark.run(WARM_UP, order);
                benchmark.print(benchmark.run(matches, order), order, System.out);
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    private void fill(PrintStream out) throws Exception {
        Instant start = Instant.now();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String migration : migrations()) {
                statement.execute(migration);
            }
            statement.execute("SET maintenance_work_mem = '512MB'");
            statement.execute("DROP INDEX document_bands; ALTER TABLE match_key DROP CONSTRAINT match_key_pkey");
            new ArchiveFiller(pool).fill(connection, alerts);
            statement.execute("CREATE INDEX document_bands ON document_text USING gin (bands)");
            statement.execute("ALTER TABLE match_key ADD PRIMARY KEY (key, event_at, document_id)");
            statement.execute("VACUUM ANALYZE");
        }
        out.printf(
                "%d alerts and %d documents written and indexed in %d s%n",
                alerts, alerts * 10, Duration.between(start, Instant.now()).toSeconds());
    }

    /** The migrations of alert-service, which lie beside its classes. */
    private static List<String> migrations() throws Exception {
        Path classes = Path.of(EventArchive.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        if (Files.isDirectory(classes)) {
            return read(classes.resolve("db/migration"));
        }
        try (var jar = java.nio.file.FileSystems.newFileSystem(classes)) {
            return read(jar.getPath("db/migration"));
        }
    }

    private static List<String> read(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var scripts = new ArrayList<String>();
            for (Path file : files.filter(path -> path.toString().endsWith(".sql"))
                    .sorted()
                    .toList()) {
                scripts.add(Files.readString(file, StandardCharsets.UTF_8));
            }
            return scripts;
        }
    }

    /**
     * What one thread saw.
     *
     * @param nanos time of each match
     * @param cpu processor time of the thread for all of them, in nanoseconds
     * @param databaseCpu processor time of its connection's process in PostgreSQL
     */
    private record Measured(long[] nanos, long cpu, Duration databaseCpu, int copies, int same) {}

    private List<Measured> run(int matches, Order order) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Measured>> tasks = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int seed = thread + matches;
                int first = (thread + 1) * alerts / (THREADS + 1);
                tasks.add(() -> match(matches / THREADS, order, first, new Random(seed)));
            }
            List<Measured> measured = new ArrayList<>();
            for (Future<Measured> done : threads.invokeAll(tasks)) {
                measured.add(done.get());
            }
            return measured;
        } finally {
            threads.shutdown();
        }
    }

    private Measured match(int matches, Order order, int first, Random random) throws SQLException {
        var json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        var rules = new PlacementRules(
                new Matcher(MatchWeights.read(TrainingReports.resource("match/weights.properties"))));
        try (Connection connection = connect()) {
            plan(connection);
            var archive = new EventArchive(new OneConnection(connection), json, categories);
            Duration before = spent(connection);
            long[] nanos = new long[matches];
            int copies = 0;
            int same = 0;
            long cpu = 0;
            for (int i = 0; i < matches; i++) {
                int alert = order == Order.OF_TIME
                        ? byTime[(first + i / REPORTS_IN_TURN) % alerts]
                        : random.nextInt(alerts);
                Prepared item = pool.get(Math.floorMod(alert * 31, pool.size()));
                Instant at = ArchiveFiller.time(alert).plus(Duration.ofHours(20));
                // Every fourth report copies one that is there, the others have words of their own.
                int variant = i % 4 == 0 ? alert * 10 : -1 - random.nextInt(Integer.MAX_VALUE);
                var fingerprint = item.fingerprint(new UUID(7, random.nextLong()), variant, at);
                Sighting sighting = item.at(at);
                long cpuStart = THREAD.getCurrentThreadCpuTime();
                long start = System.nanoTime();
                Placement placement = rules.place(fingerprint, sighting, archive);
                nanos[i] = System.nanoTime() - start;
                cpu += THREAD.getCurrentThreadCpuTime() - cpuStart;
                copies += placement instanceof Placement.CopyOf ? 1 : 0;
                same += placement instanceof Placement.SameEvent ? 1 : 0;
            }
            return new Measured(nanos, cpu, spent(connection).minus(before), copies, same);
        }
    }

    /** As alert-service does within its transactions. */
    private static void plan(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET plan_cache_mode = force_generic_plan");
        }
    }

    /** Processor time that the connection's own process in PostgreSQL has used; zero where the system does not tell. */
    private static Duration spent(Connection connection) throws SQLException {
        long process = connection.unwrap(PGConnection.class).getBackendPID();
        return ProcessHandle.of(process)
                .flatMap(handle -> handle.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    private void print(List<Measured> measured, Order order, PrintStream out) {
        long[] nanos = measured.stream()
                .flatMapToLong(one -> Arrays.stream(one.nanos()))
                .sorted()
                .toArray();
        double seconds = measured.stream()
                .mapToDouble(one -> Arrays.stream(one.nanos()).sum() / 1e9)
                .max()
                .orElseThrow();
        out.printf(
                "%s: %d matches in %.1f s: %.0f per second with %d threads; p50 %.1f ms, p99 %.1f ms, most %.1f ms;"
                        + " %d copies, %d of a known event%n",
                order,
                nanos.length,
                seconds,
                nanos.length / seconds,
                THREADS,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6,
                measured.stream().mapToInt(Measured::copies).sum(),
                measured.stream().mapToInt(Measured::same).sum());
        double own = measured.stream().mapToLong(Measured::cpu).sum() / 1e6 / nanos.length;
        double database =
                measured.stream().mapToLong(one -> one.databaseCpu().toMillis()).sum() / (double) nanos.length;
        out.printf(
                "processor time of a match: %.2f ms here and %.2f ms in PostgreSQL, so at most %.0f per second on two"
                        + " processors; load of the machine %.1f%n",
                own,
                database,
                2_000 / (own + database),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** One connection, always the same. */
    private record OneConnection(Connection connection) implements EventArchive.Connections {

        @Override
        public <T> T use(EventArchive.Work<T> work) {
            try {
                return work.on(connection);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
