package org.tocsin.monitor.observation;

import java.io.FilterReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/** Knows the delimiter of the first line, and stops where a row has no end. */
final class BoundedRows extends FilterReader {

    /** Of one row in characters; an opening quote that is never closed must not fill the memory. */
    static final int ROW_LIMIT = 64 * 1_024;

    private static final int FIRST_LINE = 8 * 1_024;

    private final char delimiter;
    private long sinceRow;

    BoundedRows(Reader reader) throws IOException {
        super(new PushbackReader(reader, FIRST_LINE));
        char[] beginning = new char[FIRST_LINE];
        int length = 0;
        for (int read = 0; read >= 0 && length < FIRST_LINE; length += Math.max(0, read)) {
            read = in.read(beginning, length, FIRST_LINE - length);
        }
        ((PushbackReader) in).unread(beginning, 0, length);
        String first = new String(beginning, 0, length).lines().findFirst().orElse("");
        delimiter = first.indexOf('\t') >= 0 ? '\t' : count(first, ';') > count(first, ',') ? ';' : ',';
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }

    String delimiter() {
        return String.valueOf(delimiter);
    }

    void nextRow() {
        sinceRow = 0;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int characters) throws IOException {
        sinceRow += characters;
        if (sinceRow > ROW_LIMIT) {
            throw new IOException("a row is longer than " + ROW_LIMIT + " characters");
        }
    }
}
