package org.tocsin.monitor.content;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Undoes the commonest damage of texts on their way through two systems: UTF-8 that was read as a western encoding and
 * written as UTF-8 again ({@code Ã©} for {@code é}).
 */
final class MisreadText {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int MOST_ROUNDS = 3;
    /** A longer run without a single ASCII letter would be unusual even for Persian, where each letter takes two. */
    private static final int LONGEST_RUN = 1 << 16;

    private MisreadText() {}

    /** The text as it was meant, or the same text when nothing speaks for the damage. */
    static String repair(String text) {
        String repaired = text;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            String next = repairOnce(repaired);
            if (next == null) {
                break;
            }
            repaired = next;
        }
        return repaired;
    }

    /** Null when the text is not damaged: nearly every run of letters beyond ASCII must make sense as UTF-8. */
    private static @Nullable String repairOnce(String text) {
        StringBuilder repaired = new StringBuilder(text.length());
        int sensible = 0;
        int senseless = 0;
        boolean usual = true;
        int at = 0;
        while (at < text.length()) {
            int end = endOfRun(text, at);
            if (end == at) {
                repaired.append(text.charAt(at++));
                continue;
            }
            String run = text.substring(at, end);
            String meant = meant(run);
            if (meant == null) {
                senseless++;
                repaired.append(run);
            } else {
                sensible++;
                usual &= meant.codePoints().allMatch(MisreadText::isUsual);
                repaired.append(meant);
            }
            at = end;
        }
        boolean damaged = sensible > 0 && senseless * 10 <= sensible && (sensible > 2 || usual);
        return damaged ? repaired.toString() : null;
    }

    private static int endOfRun(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= 0x80 && end - start < LONGEST_RUN) {
            end++;
        }
        return end;
    }

    private static @Nullable String meant(String run) {
        byte[] bytes = new byte[run.length()];
        for (int i = 0; i < bytes.length; i++) {
            int b = westernByte(run.charAt(i));
            if (b < 0) {
                return null;
            }
            bytes[i] = (byte) b;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Some misread as Latin-1, with control characters for 0x80 to 0x9F, some as its Windows superset. */
    private static int westernByte(char c) {
        if (c < 0x100) {
            return c;
        }
        byte[] bytes = String.valueOf(c).getBytes(WESTERN);
        return bytes.length == 1 && bytes[0] != '?' ? bytes[0] & 0xFF : -1;
    }

    /** Letters and punctuation of western texts, where one or two runs are all that a short text has. */
    private static boolean isUsual(int c) {
        return c >= 0xA0 && c < 0x250 || c >= 0x2000 && c < 0x2070;
    }
}
