package org.tocsin.platform.testing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** Takes a server away from the application while something is done, and gives it back. */
public final class Outage {

    private Outage() {}

    /** Ends every connection to the database and lets nobody in meanwhile. */
    public static void ofDatabase(Runnable meanwhile) {
        database(
                "ALTER DATABASE tocsin ALLOW_CONNECTIONS false",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'tocsin'");
        try {
            meanwhile.run();
        } finally {
            database("ALTER DATABASE tocsin ALLOW_CONNECTIONS true");
        }
    }

    /** Freezes the broker: its connections stay open and nothing answers. */
    public static void ofBroker(Runnable meanwhile) {
        signalBroker("STOP");
        try {
            meanwhile.run();
        } finally {
            signalBroker("CONT");
        }
    }

    private static void database(String... statements) {
        Map<String, String> settings = TocsinStack.settings();
        String url = settings.get("quarkus.datasource.jdbc.url").replaceFirst("/tocsin\\b", "/postgres");
        try (Connection connection = DriverManager.getConnection(
                        url, settings.get("quarkus.datasource.username"), settings.get("quarkus.datasource.password"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot talk to the test's PostgreSQL", e);
        }
    }

    private static void signalBroker(String signal) {
        String pid = TocsinStack.settings().get("broker.pid");
        try {
            int exit = new ProcessBuilder("kill", "-" + signal, pid)
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("no broker with process id " + pid);
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot send a signal to the test's broker", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
