package org.tocsin.notify.bounce;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.email.MessageIds;

/**
 * Reads reports: {@code multipart/report} with a {@code message/delivery-status} (RFC 3464) or a
 * {@code message/feedback-report} (RFC 5965). Which mail it was is told by the Message-ID of the returned mail or of its
 * headers.
 */
@Singleton
class MailReportParser {

    private static final int MANY_PARTS = 50;

    private final MessageIds ids;

    MailReportParser(MessageIds ids) {
        this.ids = ids;
    }

    /** Empty when it is no report that we understand. */
    Optional<MailReport> parse(byte[] message) {
        try {
            MimeMessage parsed = new MimeMessage((Session) null, new ByteArrayInputStream(message));
            List<Part> parts = new ArrayList<>();
            collect(parsed, parts);
            Optional<UUID> delivery = delivery(parts);
            for (Part part : parts) {
                if (part.isMimeType("message/feedback-report")) {
                    return Optional.of(new MailReport(MailReport.Kind.COMPLAINT, delivery.orElse(null), null));
                }
                if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
                    return Optional.of(bounce(part, delivery.orElse(null)));
                }
            }
            return Optional.empty();
        } catch (MessagingException | IOException e) {
            return Optional.empty();
        }
    }

    private static void collect(Part part, List<Part> parts) throws MessagingException, IOException {
        if (parts.size() >= MANY_PARTS) {
            return;
        }
        parts.add(part);
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                collect(multipart.getBodyPart(i), parts);
            }
        }
    }

    private Optional<UUID> delivery(List<Part> parts) throws MessagingException, IOException {
        for (Part part : parts) {
            boolean returned = part.isMimeType("message/rfc822")
                    || part.isMimeType("text/rfc822-headers")
                    || part.isMimeType("message/global")
                    || part.isMimeType("message/global-headers");
            if (returned) {
                try (InputStream content = part.getInputStream()) {
                    String id = new InternetHeaders(content).getHeader("Message-ID", null);
                    Optional<UUID> found = id == null ? Optional.empty() : ids.delivery(id);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The fields of the recipient come after those of the message, behind an empty line. We send to one recipient each. */
    private static MailReport bounce(Part part, @Nullable UUID delivery) throws MessagingException, IOException {
        String action = "";
        String status = "";
        try (InputStream content = part.getInputStream()) {
            String fields = new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
            for (String block : fields.replace("\r\n", "\n").split("\n{2,}")) {
                InternetHeaders headers = new InternetHeaders(
                        new ByteArrayInputStream((block.strip() + "\n\n").getBytes(StandardCharsets.ISO_8859_1)));
                action = value(headers, "Action", action).toLowerCase(Locale.ROOT);
                status = value(headers, "Status", status).replaceAll("[^0-9.].*", "");
            }
        }
        return new MailReport(kind(action, status), delivery, status.isEmpty() ? null : status);
    }

    private static String value(InternetHeaders headers, String name, String otherwise) {
        String value = headers.getHeader(name, null);
        return value == null ? otherwise : value.strip();
    }

    /**
     * By RFC 3463 a class 5 is permanent, but a full mailbox (x.2.2) empties again, and what concerns content, security or
     * policy (x.6, x.7) says nothing about the address.
     */
    private static MailReport.Kind kind(String action, String status) {
        if (!action.equals("failed")) {
            return MailReport.Kind.PROGRESS;
        }
        boolean mayRecover = status.equals("5.2.2")
                || status.startsWith("5.6.")
                || status.startsWith("5.7.")
                || status.startsWith("5.3.");
        return status.startsWith("5.") && !mayRecover ? MailReport.Kind.HARD_BOUNCE : MailReport.Kind.SOFT_BOUNCE;
    }
}
