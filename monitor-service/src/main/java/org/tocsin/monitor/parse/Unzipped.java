package org.tocsin.monitor.parse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Unpacks files that are compressed themselves, whatever the transfer did: {@code sitemap.xml.gz}. */
final class Unzipped {

    /** Of the unpacked file in bytes; what is longer is cut. */
    private static final int LIMIT = 16 * 1_024 * 1_024;

    private static final int CHUNK = 16 * 1_024;

    private Unzipped() {}

    /** The unpacked bytes, as far as they can be unpacked; the same bytes when they are not packed. */
    static byte[] of(byte[] body) {
        boolean packed = body.length > 2 && (body[0] & 0xFF) == 0x1F && (body[1] & 0xFF) == 0x8B;
        if (!packed) {
            return body;
        }
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] chunk = new byte[CHUNK];
            for (int n = stream.read(chunk); n >= 0 && unpacked.size() < LIMIT; n = stream.read(chunk)) {
                unpacked.write(chunk, 0, n);
            }
        } catch (IOException e) {
            // A damaged end costs what comes after the damage only.
            return unpacked.toByteArray();
        }
        return unpacked.toByteArray();
    }
}
