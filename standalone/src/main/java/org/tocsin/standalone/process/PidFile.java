package org.tocsin.standalone.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file that holds the id of a process, so that another run can find it. */
public final class PidFile {

    private PidFile() {}

    public static void write(Path file, long pid) throws IOException {
        Files.writeString(file, Long.toString(pid));
    }

    /** The process id; empty when there is no such file or it holds none. */
    public static Optional<Long> read(Path file) {
        try {
            return Optional.of(Long.valueOf(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
