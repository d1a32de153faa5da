package org.tocsin.notify.testing;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;

import org.jspecify.annotations.Nullable;

/** A mail as it came over the wire, read by a library that is not ours. */
public record ReceivedMail(String sender, String recipient, int recipients, byte[] raw, MimeMessage message) {

    public String subject() {
        return String.valueOf(read(message::getSubject));
    }

    public @Nullable String header(String name) {
        return read(() -> message.getHeader(name, null));
    }

    public String html() {
        return part("text/html");
    }

    public String text() {
        return part("text/plain");
    }

    private String part(String type) {
        String found = read(() -> find(message, type));
        if (found == null) {
            throw new AssertionError("the mail has no part of type " + type);
        }
        return found;
    }

    private static @Nullable String find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                String found = find(multipart.getBodyPart(i), type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static <T> @Nullable T read(Reading<T> reading) {
        try {
            return reading.run();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        @Nullable
        T run() throws MessagingException, IOException;
    }
}
