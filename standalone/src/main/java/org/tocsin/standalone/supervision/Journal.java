package org.tocsin.standalone.supervision;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** What the supervisor did and saw: all of it in a file, what matters to a person on the terminal too. */
public final class Journal {

    private final Path file;
    private final PrintWriter terminal;
    private final Clock clock;

    public Journal(Path file, PrintWriter terminal, Clock clock) {
        this.file = file;
        this.terminal = terminal;
        this.clock = clock;
    }

    /** For the file only. */
    public synchronized void note(String sentence) {
        String line = clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + sentence + System.lineSeparator();
        try {
            Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            terminal.println("The journal " + file + " cannot be written: " + e.getMessage());
            terminal.flush();
        }
    }

    /** For the file and the terminal. */
    public synchronized void tell(String sentence) {
        note(sentence);
        terminal.println(sentence);
        terminal.flush();
    }
}
