package org.tocsin.notify.subscription;

import java.net.URI;

/** How a subscriber is reached. */
public sealed interface Channel {

    Type type();

    /** The address as it is stored. Personal data: never logged. */
    String target();

    /** The kinds of channel. */
    enum Type {
        EMAIL,
        WEBHOOK
    }

    /** E-mail to one address. */
    record Email(String address) implements Channel {

        @Override
        public Type type() {
            return Type.EMAIL;
        }

        @Override
        public String target() {
            return address;
        }
    }

    /** POST requests to an address of the subscriber's. */
    record Webhook(URI url, WebhookOptions options) implements Channel {

        @Override
        public Type type() {
            return Type.WEBHOOK;
        }

        @Override
        public String target() {
            return url.toString();
        }
    }

    /** The channel as it was stored. */
    static Channel of(Type type, String target, WebhookOptions options) {
        return switch (type) {
            case EMAIL -> new Email(target);
            case WEBHOOK -> new Webhook(URI.create(target), options);
        };
    }
}
