package org.tocsin.monitor.request;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Cuts a stream into lines without ever holding more than one line of bounded length. */
public final class NdjsonLines {

    private final InputStream stream;
    private final int limit;
    private final byte[] buffer = new byte[16 * 1_024];
    private int position;
    private int available;
    private long number;
    private boolean ended;

    /** @param limit of a line in bytes */
    public NdjsonLines(InputStream stream, int limit) {
        this.stream = stream;
        this.limit = limit;
    }

    /** The next line that is not blank, or nothing at the end. */
    public Optional<Line> next() throws IOException {
        while (!ended) {
            number++;
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            boolean fits = readLine(line);
            if (!fits) {
                return Optional.of(new Line(number, null));
            }
            byte[] bytes = line.toByteArray();
            if (!isBlank(bytes)) {
                return Optional.of(new Line(number, bytes));
            }
        }
        return Optional.empty();
    }

    /** Reads to the end of the line; what exceeds the limit is skipped. */
    private boolean readLine(ByteArrayOutputStream line) throws IOException {
        boolean fits = true;
        while (true) {
            if (position == available) {
                available = stream.read(buffer);
                position = 0;
                if (available < 0) {
                    available = 0;
                    ended = true;
                    return fits;
                }
            }
            int start = position;
            while (position < available && buffer[position] != '\n') {
                position++;
            }
            fits = fits && line.size() + position - start <= limit;
            if (fits) {
                line.write(buffer, start, position - start);
            }
            if (position < available) {
                position++;
                return fits;
            }
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    /**
     * One line.
     *
     * @param number counted from 1, blank lines included
     * @param bytes null when it was too long
     */
    public record Line(long number, byte @Nullable [] bytes) {}
}
