package org.tocsin.notify.subscription;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.alert.Band;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.problem.ProblemException.FieldError;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

/** Checks what clients write about subscriptions and says everything that is wrong with it at once. */
final class SubscriptionReader {

    /** One address and nothing else: no display name, no list, no line break. */
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s<>()\\[\\],;:\\\\\"@\\p{Cntrl}]{1,64}@[^\\s<>()\\[\\],;:\\\\\"@\\p{Cntrl}]{1,190}");

    private static final int NAME_LENGTH = 200;
    private static final int MOST_MAILS = 1_000;

    private final List<FieldError> errors = new ArrayList<>();

    private final WebhookReader webhooks = new WebhookReader(errors);

    private SubscriptionReader() {}

    /**
     * Reads a request.
     *
     * @throws ProblemException 422 with a pointer to each wrong field
     */
    static SubscriptionDraft read(SubscriptionBody body) {
        SubscriptionReader reader = new SubscriptionReader();
        SubscriptionDraft draft = reader.draft(body);
        if (!reader.errors.isEmpty() || draft == null) {
            throw ProblemException.invalid("The subscription cannot be accepted as it is.", reader.errors);
        }
        return draft;
    }

    private @Nullable SubscriptionDraft draft(SubscriptionBody body) {
        Channel channel = channel(body.channel());
        FilterReader filters = new FilterReader(errors, "/filter");
        var filter = filters.read(body.filter());
        Schedule schedule = schedule(body.delivery(), channel);
        SourceNotices sourceNotices = choice(
                "/sourceNotices", body.sourceNotices(), SourceNotices.class, SourceNotices.OWN, "none, own or all");
        String language = language(body.language());
        if (body.name() != null && body.name().length() > NAME_LENGTH) {
            wrong("/name", "has at most " + NAME_LENGTH + " characters");
        }
        if (body.validFrom() != null
                && body.validUntil() != null
                && !body.validFrom().isBefore(body.validUntil())) {
            wrong("/validUntil", "must be after validFrom");
        }
        Subscription.State state = state(body.state());
        if (channel == null) {
            return null;
        }
        return new SubscriptionDraft(
                body.organisation(),
                body.name(),
                channel,
                filter,
                schedule,
                sourceNotices,
                language,
                body.validFrom(),
                body.validUntil(),
                Boolean.TRUE.equals(body.confirmed()),
                state,
                channel instanceof Channel.Webhook
                        ? webhooks.proofs(requireNonNull(body.channel()))
                        : Proofs.UNCHANGED);
    }

    private @Nullable Channel channel(SubscriptionBody.@Nullable ChannelBody body) {
        if (body == null) {
            return wrong("/channel", "is required");
        }
        return switch (requireNonNullElse(body.type(), "")) {
            case "email" -> email(body);
            case "webhook" -> webhooks.channel(body);
            default -> wrong("/channel/type", "must be \"email\" or \"webhook\"");
        };
    }

    private @Nullable Channel email(SubscriptionBody.ChannelBody body) {
        String address = body.address();
        if (address == null || !ADDRESS.matcher(address).matches()) {
            return wrong("/channel/address", "must be one plain e-mail address");
        }
        return new Channel.Email(address);
    }

    private Schedule schedule(SubscriptionBody.@Nullable DeliveryBody body, @Nullable Channel channel) {
        if (body == null) {
            return Schedule.AT_ONCE;
        }
        Schedule.Mode mode =
                choice("/delivery/mode", body.mode(), Schedule.Mode.class, Schedule.Mode.IMMEDIATE, "immediate");
        if (channel instanceof Channel.Webhook && body.dailyCap() != null) {
            wrong("/delivery/dailyCap", "is for e-mail only; a webhook is told everything");
        }
        if (body.dailyCap() != null && (body.dailyCap() < 1 || body.dailyCap() > MOST_MAILS)) {
            wrong("/delivery/dailyCap", "must be from 1 to " + MOST_MAILS);
        }
        if (channel instanceof Channel.Webhook && (mode != Schedule.Mode.IMMEDIATE || body.quietHours() != null)) {
            wrong("/delivery/mode", "webhooks are sent at once and at any hour");
        }
        ZoneId zone = parse(
                "/delivery/timeZone", body.timeZone(), ZoneId::of, ZoneId.of("UTC"), "a time zone such as Asia/Kabul");
        LocalTime at = time("/delivery/at", body.at(), Schedule.AT_ONCE.at());
        DayOfWeek day = choice("/delivery/day", body.day(), DayOfWeek.class, DayOfWeek.MONDAY, "MONDAY");
        return new Schedule(mode, at, day, zone, quietHours(body.quietHours()), body.dailyCap());
    }

    private Schedule.@Nullable QuietHours quietHours(SubscriptionBody.@Nullable QuietHoursBody body) {
        if (body == null) {
            return null;
        }
        if (body.from() == null || body.to() == null) {
            return wrong("/delivery/quietHours", "needs both from and to");
        }
        LocalTime from = time("/delivery/quietHours/from", body.from(), LocalTime.MIDNIGHT);
        LocalTime to = time("/delivery/quietHours/to", body.to(), LocalTime.NOON);
        if (from.equals(to)) {
            wrong("/delivery/quietHours/to", "must differ from \"from\"");
        }
        Band band =
                choice("/delivery/quietHours/overrideBand", body.overrideBand(), Band.class, Band.EXTREME, "EXTREME");
        return new Schedule.QuietHours(from, to, band);
    }

    private String language(@Nullable String tag) {
        if (tag == null) {
            return "en";
        }
        try {
            return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            wrong("/language", "must be a BCP 47 language tag such as en or fa-AF");
            return "en";
        }
    }

    private Subscription.@Nullable State state(@Nullable String state) {
        if (state == null) {
            return null;
        }
        return switch (state) {
            case "ACTIVE" -> Subscription.State.ACTIVE;
            case "PAUSED" -> Subscription.State.PAUSED;
            // A client that sends back what it has read asks for no change of these.
            case "PENDING", "DISABLED", "UNSUBSCRIBED" -> null;
            default -> wrong("/state", "must be ACTIVE or PAUSED");
        };
    }

    private LocalTime time(String pointer, @Nullable String text, LocalTime otherwise) {
        return parse(pointer, text, LocalTime::parse, otherwise, "a time of day such as 08:00");
    }

    private <E extends Enum<E>> E choice(
            String pointer, @Nullable String text, Class<E> type, E otherwise, String example) {
        return parse(
                pointer,
                text,
                value -> Enum.valueOf(type, value.toUpperCase(Locale.ROOT)),
                otherwise,
                "a value such as " + example);
    }

    private <T> T parse(
            String pointer, @Nullable String text, Function<String, T> parser, T otherwise, String expected) {
        if (text == null) {
            return otherwise;
        }
        try {
            return parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            wrong(pointer, "must be " + expected);
            return otherwise;
        }
    }

    private <T> @Nullable T wrong(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
        return null;
    }
}
