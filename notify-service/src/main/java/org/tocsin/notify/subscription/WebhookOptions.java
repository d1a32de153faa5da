package org.tocsin.notify.subscription;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How a webhook looks.
 *
 * @param format of the body
 * @param signatures at least one
 */
public record WebhookOptions(Format format, List<Signature> signatures) {

    /** What a subscription that says nothing gets. */
    public static final WebhookOptions DEFAULT = new WebhookOptions(Format.JSON, List.of(Signature.V1));

    public WebhookOptions {
        Set<Signature> distinct = signatures.isEmpty() ? EnumSet.of(Signature.V1) : EnumSet.copyOf(signatures);
        signatures = List.copyOf(distinct);
    }

    /** The form of the body. */
    public enum Format {
        /** The envelope of Standard Webhooks: type, timestamp, data. */
        JSON("json"),
        /** CloudEvents 1.0 in structured mode: all of it in the body. */
        CLOUDEVENTS("cloudevents"),
        /** CloudEvents 1.0 in binary mode: attributes are headers, the body is the alert. */
        CLOUDEVENTS_BINARY("cloudevents-binary"),
        /** Common Alerting Protocol 1.2. */
        CAP("cap");

        private final String word;

        Format(String word) {
            this.word = word;
        }

        /** As clients write it. */
        public String word() {
            return word;
        }

        static Optional<Format> of(String word) {
            return Arrays.stream(values())
                    .filter(format -> format.word.equals(word))
                    .findFirst();
        }
    }

    /** Versions of the signature scheme of Standard Webhooks 1.0.0. */
    public enum Signature {
        /** HMAC-SHA256 with a shared secret. */
        V1,
        /** Ed25519: receivers need our public key only. */
        V1A;

        /** As it stands in front of a signature. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Signature> of(String word) {
            return Arrays.stream(values())
                    .filter(signature -> signature.word().equals(word))
                    .findFirst();
        }
    }

    /** Whether receivers verify with our public key. */
    public boolean asymmetric() {
        return signatures.contains(Signature.V1A);
    }
}
