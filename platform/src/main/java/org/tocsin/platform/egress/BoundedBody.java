package org.tocsin.platform.egress;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * A body that is never longer than allowed, before and after decompression.
 *
 * @param truncated whether there was more
 */
record BoundedBody(byte[] bytes, boolean truncated) {

    private static final int CHUNK = 16 * 1024;

    /**
     * Undoes the content coding, up to the given length: a bomb is cut off while it unfolds.
     *
     * @param received what came over the wire; when {@code cut}, only its beginning
     * @param coding the value of {@code Content-Encoding}
     * @throws IOException when the coding is unknown or the data does not keep to it
     */
    static BoundedBody decode(byte[] received, boolean cut, String coding, long maxBytes) throws IOException {
        String name = coding.strip().toLowerCase(Locale.ROOT);
        if (received.length == 0 || name.isEmpty() || name.equals("identity")) {
            return new BoundedBody(received, cut);
        }
        try (InputStream source = new ByteArrayInputStream(received);
                InputStream plain = open(source, name)) {
            return read(plain, cut, maxBytes);
        }
    }

    private static InputStream open(InputStream source, String coding) throws IOException {
        return switch (coding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(source, CHUNK);
            case "deflate" -> new InflaterInputStream(source);
            default -> throw new IOException("The content coding is unknown.");
        };
    }

    private static BoundedBody read(InputStream plain, boolean cut, long maxBytes) throws IOException {
        int limit = (int) Math.min(maxBytes, Integer.MAX_VALUE - 16);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        try {
            for (int n = plain.read(chunk); n >= 0; n = plain.read(chunk)) {
                int room = limit - out.size();
                out.write(chunk, 0, Math.min(n, room));
                if (n > room) {
                    return new BoundedBody(out.toByteArray(), true);
                }
            }
        } catch (EOFException e) {
            if (!cut) {
                throw e;
            }
        }
        return new BoundedBody(out.toByteArray(), cut);
    }
}
