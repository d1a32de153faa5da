package org.tocsin.standalone.installation;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.tocsin.standalone.process.PidFile;
import org.tocsin.standalone.process.StartException;

/** The folder with all that one installation keeps; while it is open no other instance can use it. */
public final class DataFolder implements AutoCloseable {

    private static final String LOCK = "lock";
    /** Written once; tells our folders from others, and later layouts from this one. */
    private static final String LAYOUT = "layout";

    private static final String CURRENT_LAYOUT = "1";

    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Opens the folder for this instance, and makes it when it is not there.
     *
     * @throws StartException when another instance has it, or it is not one of ours
     */
    public static DataFolder open(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            requireOurs(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StartException("Another Tocsin is running on " + folder
                        + ": stop it with './tocsin stop --data " + folder + "', or choose another folder.");
            }
            Files.writeString(folder.resolve(LAYOUT), CURRENT_LAYOUT);
            Files.createDirectories(folder.resolve("logs"));
            Files.createDirectories(folder.resolve("run"));
            return new DataFolder(folder, channel);
        } catch (IOException e) {
            throw new StartException("The data folder " + folder + " cannot be used: " + Reasons.of(e) + ".", e);
        }
    }

    private static void requireOurs(Path folder) throws IOException {
        Path layout = folder.resolve(LAYOUT);
        if (!Files.exists(layout)) {
            try (Stream<Path> content = Files.list(folder)) {
                if (content.anyMatch(path -> !path.endsWith(LOCK))) {
                    throw new StartException(folder + " holds other files and is not a data folder of Tocsin: choose"
                            + " an empty folder with --data.");
                }
            }
            return;
        }
        String found = Files.readString(layout).strip();
        if (!found.equals(CURRENT_LAYOUT)) {
            throw new StartException("The data folder " + folder + " is damaged or of another version of Tocsin: "
                    + layout + " says '" + found + "', expected '" + CURRENT_LAYOUT + "'.");
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Whether an instance has the folder open. */
    public static boolean inUse(Path folder) {
        Path lock = folder.resolve(LOCK);
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            FileLock mine = lock(channel);
            return mine == null;
        } catch (IOException e) {
            return false;
        }
    }

    public Path path() {
        return folder;
    }

    public Path log(String part) {
        return folder.resolve("logs").resolve(part + ".log");
    }

    public Path pidFile(String part) {
        return pidFile(folder, part);
    }

    /** Where the part of an installation keeps its process id. */
    public static Path pidFile(Path folder, String part) {
        return folder.resolve("run").resolve(part + ".pid");
    }

    /** Remembers this process as the one to ask for an end. */
    public void writeSupervisor(ProcessHandle supervisor) {
        try {
            PidFile.write(pidFile("supervisor"), supervisor.pid());
        } catch (IOException e) {
            throw new StartException("The data folder " + folder + " cannot be written: " + Reasons.of(e) + ".", e);
        }
    }

    /** Remembers the ports of this run, for those who ask from outside. */
    public void writePorts(Settings settings) {
        try (Writer writer = Files.newBufferedWriter(portsFile(folder))) {
            Properties ports = new Properties();
            ports.putAll(settings.ports());
            ports.store(writer, null);
        } catch (IOException e) {
            throw new StartException("The data folder " + folder + " cannot be written: " + Reasons.of(e) + ".", e);
        }
    }

    /** The ports of the run that has the folder open. */
    public static Settings readPorts(Path folder) {
        Properties ports = new Properties();
        try (Reader reader = Files.newBufferedReader(portsFile(folder))) {
            ports.load(reader);
        } catch (IOException e) {
            return new Settings(Map.of());
        }
        Map<String, String> environment = new HashMap<>();
        ports.stringPropertyNames().forEach(name -> environment.put(name, ports.getProperty(name)));
        return new Settings(environment);
    }

    private static Path portsFile(Path folder) {
        return folder.resolve("run").resolve("ports.properties");
    }

    /** The process that has the folder open, when one has. */
    public static Optional<ProcessHandle> supervisor(Path folder) {
        if (!inUse(folder)) {
            return Optional.empty();
        }
        return PidFile.read(pidFile(folder, "supervisor")).flatMap(ProcessHandle::of);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StartException("The lock of " + folder + " cannot be released: " + Reasons.of(e) + ".", e);
        }
    }
}
