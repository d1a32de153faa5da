package org.tocsin.standalone.installation;

import java.util.Locale;

/** The three services and the ports that they use unless told otherwise. */
public enum Service {
    MONITOR(8081, 9081),
    ALERT(8082, 9082),
    NOTIFY(8083, 9083);

    private final int port;
    private final int managementPort;

    Service(int port, int managementPort) {
        this.port = port;
        this.managementPort = managementPort;
    }

    int defaultPort() {
        return port;
    }

    int defaultManagementPort() {
        return managementPort;
    }

    /** As in {@code TOCSIN_MONITOR_PORT}. */
    String portVariable() {
        return "TOCSIN_" + name() + "_PORT";
    }

    String managementPortVariable() {
        return "TOCSIN_" + name() + "_MANAGEMENT_PORT";
    }

    /** The name of its module and its log. */
    public String module() {
        return name().toLowerCase(Locale.ROOT) + "-service";
    }
}
