package org.tocsin.standalone.supervision;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.tocsin.standalone.installation.DataFolder;
import org.tocsin.standalone.installation.Service;
import org.tocsin.standalone.process.Ports;
import org.tocsin.standalone.process.RunningServer;
import org.tocsin.standalone.process.ServerProcess;

/** One of the three services as a child process. */
public final class ServiceProcess implements RunningServer {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(25);
    private static final int HTTP_OK = 200;

    private final ServerProcess process;

    private ServiceProcess(ServerProcess process) {
        this.process = process;
    }

    /**
     * What it takes to start a service.
     *
     * @param jar the packaged service
     * @param javaOptions after our own, so they win
     * @param environment configuration, added to the environment of this JVM
     */
    public record Launch(
            Service service,
            Path jar,
            int port,
            int managementPort,
            List<String> javaOptions,
            Map<String, String> environment) {}

    /**
     * Starts the service and waits until its health endpoint answers UP.
     *
     * @throws org.tocsin.standalone.process.StartException when it does not
     */
    public static ServiceProcess start(Launch launch, DataFolder data) {
        String name = launch.service().module();
        endLeftover(launch.service(), data);
        Ports.requireFree(launch.port(), name);
        Ports.requireFree(launch.managementPort(), "the health of " + name);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms48m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                mark(data)));
        command.addAll(launch.javaOptions());
        command.addAll(List.of("-jar", launch.jar().toString()));
        ServerProcess process =
                ServerProcess.launch(name, command, launch.environment(), data.log(name), data.pidFile(name));
        process.awaitReady(() -> healthy(launch.managementPort()), START_LIMIT);
        return new ServiceProcess(process);
    }

    /** Ends the process of an earlier run that was killed together with everything that should have ended it. */
    static void endLeftover(Service service, DataFolder data) {
        ServerProcess.endLeftover(data.pidFile(service.module()), mark(data));
    }

    private static String mark(DataFolder data) {
        return "-Dstandalone.data=" + data.path();
    }

    /** Whether the service behind the management port says that it is ready. */
    public static boolean healthy(int managementPort) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready")
                            .toURL()
                            .openConnection();
            connection.setConnectTimeout(500);
            connection.setReadTimeout(5000);
            try {
                return connection.getResponseCode() == HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public CompletableFuture<Integer> onExit() {
        return process.onExit();
    }

    @Override
    public void close() {
        process.stop("TERM", STOP_LIMIT);
    }
}
