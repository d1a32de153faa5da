package org.tocsin.notify.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.tocsin.standalone.embedded.EmbeddedPostgres;
import org.tocsin.standalone.embedded.EmbeddedPostgres.Durability;

/** A PostgreSQL with the service's own tables, for tests of SQL without the application. One connection, one thread. */
public final class TestDatabase {

    private static final String SCHEMA = "notify";

    private TestDatabase() {}

    /** Starts a server that ends with the JVM. */
    public static Sql start() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "stack").toAbsolutePath());
            EmbeddedPostgres postgres =
                    EmbeddedPostgres.start(Files.createTempDirectory(folder, "plain-"), 0, Durability.FAST);
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            Flyway.configure()
                    .dataSource(postgres.jdbcUrl(), postgres.user(), postgres.password())
                    .schemas(SCHEMA)
                    .locations("classpath:db/migration", "classpath:db/platform")
                    .outOfOrder(true)
                    .load()
                    .migrate();
            Connection connection =
                    DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
            connection.setSchema(SCHEMA);
            return new Sql(always(connection));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DataSource always(Connection connection) {
        ClassLoader loader = TestDatabase.class.getClassLoader();
        Object open = Proxy.newProxyInstance(loader, new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
            if (method.getName().equals("close")) {
                return null;
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
        return (DataSource)
                Proxy.newProxyInstance(loader, new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> open);
    }
}
