package org.tocsin.notify.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as clients write it. {@link SubscriptionReader} checks it.
 *
 * @param sourceNotices whether to be told that sources fall silent: of none, of those that the filter names, or of all
 */
record SubscriptionBody(
        @Nullable UUID organisation,
        @Nullable String name,
        @Nullable ChannelBody channel,
        @Nullable FilterBody filter,
        @Nullable DeliveryBody delivery,
        @Nullable @Schema(examples = {"own", "all", "none"}) String sourceNotices,
        @Nullable String language,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable Boolean confirmed,
        @Nullable String state) {

    /**
     * How to reach a subscriber.
     *
     * @param signatures of a webhook: v1, v1a or both
     * @param headers of the receiver's own, sent with every webhook and never shown again; null leaves them as they are
     * @param clientCertificate for mutual TLS, never shown again; null leaves it as it is, an empty one removes it
     */
    record ChannelBody(
            @Nullable String type,
            @Nullable String address,
            @Nullable String url,
            @Nullable String format,
            @Nullable List<@Nullable String> signatures,
            @Nullable Map<String, @Nullable String> headers,
            @Nullable CertificateBody clientCertificate) {

        /** Keeps secrets out of logs. */
        @Override
        public String toString() {
            return "ChannelBody[type=" + type + "]";
        }
    }

    /** PEM. */
    record CertificateBody(@Nullable String certificate, @Nullable String key) {

        /** Keeps secrets out of logs. */
        @Override
        public String toString() {
            return "CertificateBody";
        }
    }

    record FilterBody(
            @Nullable List<@Nullable String> categories,
            @Nullable List<@Nullable String> countries,
            @Nullable List<@Nullable String> places,
            @Nullable Integer minSeverity,
            @Nullable Double minConfidence,
            @Nullable FigureBody figure,
            @Nullable List<@Nullable String> sources,
            @Nullable String expression) {}

    record FigureBody(@Nullable String action, @Nullable Long min) {}

    record DeliveryBody(
            @Nullable String mode,
            @Nullable String at,
            @Nullable String day,
            @Nullable String timeZone,
            @Nullable QuietHoursBody quietHours,
            @Nullable Integer dailyCap) {

        static DeliveryBody from(Schedule schedule) {
            Schedule.QuietHours quiet = schedule.quietHours();
            boolean atTime = schedule.mode() == Schedule.Mode.DAILY
                    || schedule.mode() == Schedule.Mode.WEEKLY
                    || schedule.dailyCap() != null;
            return new DeliveryBody(
                    schedule.mode().name().toLowerCase(Locale.ROOT),
                    atTime ? schedule.at().toString() : null,
                    schedule.mode() == Schedule.Mode.WEEKLY ? schedule.day().name() : null,
                    schedule.zone().getId(),
                    quiet == null
                            ? null
                            : new QuietHoursBody(
                                    quiet.from().toString(),
                                    quiet.to().toString(),
                                    quiet.overrideBand().name()),
                    schedule.dailyCap());
        }
    }

    record QuietHoursBody(@Nullable String from, @Nullable String to, @Nullable String overrideBand) {}
}
