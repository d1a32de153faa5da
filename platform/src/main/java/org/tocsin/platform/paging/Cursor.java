package org.tocsin.platform.paging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;
import org.tocsin.platform.problem.ProblemException;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Where a page of a list begins: the sort key of the last item before it. For callers it is opaque; whatever they send
 * instead of one of ours is answered with a 400 problem.
 */
public final class Cursor {

    private static final String SEPARATOR = "\u001F";
    private static final int MAX_LENGTH = 1000;

    private final List<String> parts;

    private Cursor(List<String> parts) {
        this.parts = parts;
    }

    /** A cursor of these parts, most significant first; their text must not hold control characters. */
    public static String encode(Object... parts) {
        byte[] text = Arrays.stream(parts)
                .map(part -> Objects.requireNonNull(part, "part").toString())
                .collect(Collectors.joining(SEPARATOR))
                .getBytes(UTF_8);
        ByteBuffer checked = ByteBuffer.allocate(Integer.BYTES + text.length);
        checked.putInt(checksum(text)).put(text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(checked.array());
    }

    /**
     * Reads a cursor.
     *
     * @param text as the caller sent it; null or empty for the first page
     * @param parts how many there must be
     * @return null for the first page
     * @throws ProblemException 400 when it is not one of ours
     */
    public static @Nullable Cursor decode(@Nullable String text, int parts) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            if (text.length() > MAX_LENGTH) {
                throw invalid();
            }
            ByteBuffer checked = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (checked.remaining() < Integer.BYTES) {
                throw invalid();
            }
            int checksum = checked.getInt();
            byte[] bytes = new byte[checked.remaining()];
            checked.get(bytes);
            String joined = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            List<String> read = List.of(joined.split(SEPARATOR, -1));
            if (checksum != checksum(bytes) || read.size() != parts) {
                throw invalid();
            }
            return new Cursor(read);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw invalid();
        }
    }

    public String text(int index) {
        return parts.get(index);
    }

    public UUID uuid(int index) {
        try {
            return UUID.fromString(text(index));
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    public Instant instant(int index) {
        try {
            return Instant.parse(text(index));
        } catch (DateTimeException e) {
            throw invalid();
        }
    }

    public long number(int index) {
        try {
            return Long.parseLong(text(index));
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }

    /** Tells a mangled cursor from a good one; it is no protection, and needs none: a cursor gives no rights. */
    private static int checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    private static ProblemException invalid() {
        return ProblemException.badRequest("The cursor is not one that this list has given out.");
    }
}
