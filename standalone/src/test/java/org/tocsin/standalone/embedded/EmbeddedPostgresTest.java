package org.tocsin.standalone.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.standalone.process.StartException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedPostgresTest {

    @TempDir
    private Path folder;

    @Test
    void keepsWhatWasCommittedWhenItIsKilled() throws Exception {
        EmbeddedPostgres first = EmbeddedPostgres.start(folder, 0);
        try (Connection connection = connect(first);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note (text text)");
            statement.execute("INSERT INTO note VALUES ('اخراج')");
        }
        kill(first.pid());
        first.onExit().join();

        try (EmbeddedPostgres second = EmbeddedPostgres.start(folder, first.port());
                Connection connection = connect(second);
                Statement statement = connection.createStatement();
                ResultSet notes = statement.executeQuery("SELECT text, upper('é') FROM note")) {
            assertThat(notes.next()).isTrue();
            assertThat(notes.getString(1)).isEqualTo("اخراج");
            assertThat(notes.getString(2)).isEqualTo("É");
        }
    }

    @Test
    void takesTheFolderOverFromAServerThatWasLeftRunning() throws Exception {
        EmbeddedPostgres left = EmbeddedPostgres.start(folder, 0);

        try (EmbeddedPostgres taken = EmbeddedPostgres.start(folder, 0);
                Connection connection = connect(taken)) {
            assertThat(connection.isValid(1)).isTrue();
            assertThat(left.onExit()).succeedsWithin(Duration.ofSeconds(5));
        }
    }

    @Test
    void refusesAWrongPassword() {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, 0, EmbeddedPostgres.Durability.FAST)) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), server.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder, taken.getLocalPort()))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " for PostgreSQL cannot be opened");
        }
    }

    @Test
    void saysThatTheFolderIsDamaged() throws IOException {
        EmbeddedPostgres.start(folder, 0).close();
        Files.delete(folder.resolve("database/cluster/global/pg_control"));

        assertThatThrownBy(() -> EmbeddedPostgres.start(folder, 0))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("PostgreSQL ended with code")
                .hasMessageContaining("pg_control")
                .hasMessageNotContaining("\n");
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }
}
