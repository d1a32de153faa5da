package org.tocsin.standalone.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

import org.jspecify.annotations.Nullable;

/**
 * A mail as it came, taken apart for reading.
 *
 * @param to the recipient of the envelope
 * @param headers by name in small letters, decoded; of repeated ones all values, one per line
 * @param text the plain part; the whole source when the mail cannot be taken apart
 * @param html the HTML part, not cleaned
 */
public record ReceivedMail(
        int number, String to, Instant receivedAt, Map<String, String> headers, String text, Optional<String> html) {

    private static final int MAXIMUM_DEPTH = 8;

    public ReceivedMail {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    static ReceivedMail read(int number, String to, Instant receivedAt, byte[] source) {
        try {
            MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(source));
            List<String> plain = new ArrayList<>();
            List<String> html = new ArrayList<>();
            collect(message, plain, html, 0);
            return new ReceivedMail(
                    number,
                    to,
                    receivedAt,
                    headers(message),
                    String.join("\n", plain),
                    html.stream().findFirst());
        } catch (MessagingException | IOException | RuntimeException e) {
            // Whatever was sent is shown; a mail that no parser understands is shown as it is.
            return new ReceivedMail(
                    number, to, receivedAt, Map.of(), new String(source, StandardCharsets.UTF_8), Optional.empty());
        }
    }

    private static Map<String, String> headers(MimeMessage message) throws MessagingException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.merge(header.getName().toLowerCase(Locale.ROOT), decode(header.getValue()), (a, b) -> a + "\n" + b);
        }
        return headers;
    }

    private static String decode(String value) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(value));
        } catch (IOException e) {
            return value;
        }
    }

    private static void collect(Part part, List<String> plain, List<String> html, int depth)
            throws MessagingException, IOException {
        Object content = part.getContent();
        if (content instanceof Multipart parts && depth < MAXIMUM_DEPTH) {
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i), plain, html, depth + 1);
            }
        } else if (content instanceof String text) {
            (part.isMimeType("text/html") ? html : plain).add(text);
        }
    }

    /** A header's value, by any spelling of its name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public String subject() {
        @Nullable String subject = headers.get("subject");
        return subject == null || subject.isBlank() ? "(no subject)" : subject;
    }
}
