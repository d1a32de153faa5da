package org.tocsin.monitor.content;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;

/**
 * Turns the bytes of a feed or page into text. Publishers contradict themselves about the encoding, so every claim (byte
 * order mark, HTTP header, XML declaration, meta element) is tried on the bytes and the first that fits is believed.
 * Where none fits, the letters themselves tell.
 */
public final class EncodedText {

    private static final int HEAD = 2_048;
    private static final int SAMPLE = 64 * 1_024;
    /** Of 100, as ICU counts; below it a guess is no better than the western default. */
    private static final int CREDIBLE = 25;
    /** Above this part of bytes beyond ASCII, text is not written in Latin letters. */
    private static final double NOT_LATIN = 0.3;

    private static final Charset LAST_RESORT = Charset.forName("windows-1252");
    private static final Pattern IN_HEADER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]+)");
    private static final Pattern IN_DECLARATION =
            Pattern.compile("(?i)<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");
    private static final Pattern IN_META = Pattern.compile("(?i)<meta[^>]{0,200}?charset\\s*=\\s*[\"']?([\\w.:-]+)");

    private EncodedText() {}

    /** Decodes the body and undoes an encoding that was applied twice; never fails. */
    public static String decode(byte[] body, @Nullable String contentType) {
        return MisreadText.repair(decoded(body, contentType));
    }

    private static String decoded(byte[] body, @Nullable String contentType) {
        Optional<String> marked = byMark(body);
        if (marked.isPresent()) {
            return marked.get();
        }
        // Text of several bytes per letter is hardly ever valid UTF-8 by accident, whatever the publisher claims.
        Optional<String> utf8 = strictly(body, StandardCharsets.UTF_8);
        if (utf8.isPresent() && !isUtf16WithoutMark(body)) {
            return utf8.get();
        }
        for (Charset claimed : claims(body, contentType)) {
            Optional<String> text = fits(body, claimed) ? strictly(body, claimed) : Optional.empty();
            if (text.isPresent()) {
                return text.get();
            }
        }
        return mostlyUtf8(body)
                ? new String(body, StandardCharsets.UTF_8)
                : new String(body, detected(body).orElse(LAST_RESORT));
    }

    private static Optional<String> byMark(byte[] body) {
        if (startsWith(body, 0xEF, 0xBB, 0xBF)) {
            byte[] rest = Arrays.copyOfRange(body, 3, body.length);
            // Concatenated files bring their marks along, and a mark does not make what follows UTF-8.
            return Optional.of(byMark(rest)
                    .orElseGet(() -> strictly(rest, StandardCharsets.UTF_8).orElseGet(() -> decoded(rest, null))));
        }
        if (startsWith(body, 0xFE, 0xFF)) {
            return Optional.of(new String(body, 2, body.length - 2, StandardCharsets.UTF_16BE));
        }
        if (startsWith(body, 0xFF, 0xFE)) {
            return Optional.of(new String(body, 2, body.length - 2, StandardCharsets.UTF_16LE));
        }
        return Optional.empty();
    }

    private static List<Charset> claims(byte[] body, @Nullable String contentType) {
        List<Charset> claims = new ArrayList<>();
        if (startsWith(body, 0, '<')) {
            claims.add(StandardCharsets.UTF_16BE);
        }
        if (startsWith(body, '<', 0)) {
            claims.add(StandardCharsets.UTF_16LE);
        }
        if (contentType != null) {
            claim(IN_HEADER, contentType).ifPresent(claims::add);
        }
        String head = new String(body, 0, Math.min(body.length, HEAD), StandardCharsets.ISO_8859_1);
        claim(IN_DECLARATION, head).ifPresent(claims::add);
        claim(IN_META, head).ifPresent(claims::add);
        return claims;
    }

    private static Optional<Charset> claim(Pattern where, String text) {
        Matcher matcher = where.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            Charset charset = Charset.forName(matcher.group(1));
            // Browsers read Latin-1 as its Windows superset, and publishers rely on it.
            return Optional.of(
                    charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII)
                            ? LAST_RESORT
                            : charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** Every byte is a letter in the western encoding, so the claim to be western proves nothing by decoding. */
    private static boolean fits(byte[] body, Charset claimed) {
        return !claimed.equals(LAST_RESORT) || beyondAscii(body) < NOT_LATIN;
    }

    private static double beyondAscii(byte[] body) {
        int letters = 0;
        int beyond = 0;
        for (byte b : body) {
            letters += b < 0 || Character.isLetter(b) ? 1 : 0;
            beyond += b < 0 ? 1 : 0;
        }
        return letters == 0 ? 0 : (double) beyond / letters;
    }

    private static Optional<Charset> detected(byte[] body) {
        CharsetDetector detector = new CharsetDetector();
        detector.enableInputFilter(true);
        detector.setText(Arrays.copyOf(body, Math.min(body.length, SAMPLE)));
        CharsetMatch match = detector.detect();
        try {
            return match == null || match.getConfidence() < CREDIBLE
                    ? Optional.empty()
                    : Optional.of(Charset.forName(match.getName()));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(byte[] body, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body));
            return Optional.of(text.toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** A single damaged letter should not turn a Persian feed into Latin letters. */
    private static boolean mostlyUtf8(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        long damaged = text.chars().filter(c -> c == '\uFFFD').count();
        long foreign = text.chars().filter(c -> c >= 0x80 && c != '\uFFFD').count();
        return foreign > 10 * damaged;
    }

    private static boolean isUtf16WithoutMark(byte[] body) {
        return startsWith(body, 0, '<') || startsWith(body, '<', 0);
    }

    private static boolean startsWith(byte[] body, int... expected) {
        if (body.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((body[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
