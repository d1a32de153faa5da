package org.tocsin.notify.email;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

/** Recognises the Message-IDs of our mails. */
@Singleton
public class MessageIds {

    private final Pattern ours;

    MessageIds(EmailConfig config) {
        String uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
        this.ours =
                Pattern.compile("<(" + uuid + ")@" + Pattern.quote(config.domain()) + ">", Pattern.CASE_INSENSITIVE);
    }

    /** The delivery that a mail with this Message-ID was sent for; empty when it is none of ours. */
    public Optional<UUID> delivery(String messageId) {
        Matcher matcher = ours.matcher(messageId);
        return matcher.find() ? Optional.of(UUID.fromString(matcher.group(1))) : Optional.empty();
    }
}
