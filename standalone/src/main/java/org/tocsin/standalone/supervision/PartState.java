package org.tocsin.standalone.supervision;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.tocsin.standalone.installation.DataFolder;
import org.tocsin.standalone.installation.Service;
import org.tocsin.standalone.installation.Settings;
import org.tocsin.standalone.process.PidFile;

/**
 * How a part of a running installation is, seen from outside.
 *
 * @param name as in logs
 * @param pid its last known process
 * @param up whether that process runs and, for a service, says that it is ready
 */
public record PartState(String name, long pid, boolean up) {

    /** All parts that the installation of the folder has started. */
    public static List<PartState> read(Path folder) {
        Settings settings = DataFolder.readPorts(folder);
        List<PartState> states = new ArrayList<>();
        PidFile.read(folder.resolve("postgres/postgres.pid")).ifPresent(pid -> states.add(plain("postgres", pid)));
        PidFile.read(folder.resolve("kafka/kafka.pid")).ifPresent(pid -> states.add(plain("kafka", pid)));
        for (Service service : Service.values()) {
            PidFile.read(DataFolder.pidFile(folder, service.module()))
                    .ifPresent(pid -> states.add(new PartState(
                            service.module(),
                            pid,
                            alive(pid) && ServiceProcess.healthy(settings.managementPort(service)))));
        }
        return List.copyOf(states);
    }

    private static PartState plain(String name, long pid) {
        return new PartState(name, pid, alive(pid));
    }

    private static boolean alive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
