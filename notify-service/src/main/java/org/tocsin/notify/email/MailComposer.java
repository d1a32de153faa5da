package org.tocsin.notify.email;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.alert.AlertReader;
import org.tocsin.notify.alert.AlertVersions;
import org.tocsin.notify.alert.Band;
import org.tocsin.notify.alert.ChangeKind;
import org.tocsin.notify.delivery.DailyCap;
import org.tocsin.notify.delivery.DeliveryKind;
import org.tocsin.notify.delivery.Owed;
import org.tocsin.notify.filter.Reason;
import org.tocsin.notify.language.Formats;
import org.tocsin.notify.language.Languages;
import org.tocsin.notify.language.Terms;
import org.tocsin.notify.secret.PublicLinks;
import org.tocsin.notify.subscription.Subscription;
import org.tocsin.notify.wording.AlertWording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.mailer.Mail;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

import static java.util.Objects.requireNonNull;

/** Makes the mail of a delivery. The same delivery makes the same mail at every try. */
@Singleton
class MailComposer {

    private final AlertReader alerts;
    private final OwnMailWriter letters;
    private final PublicLinks links;
    private final ObjectMapper json;
    private final EmailConfig config;

    MailComposer(AlertReader alerts, OwnMailWriter letters, PublicLinks links, ObjectMapper json, EmailConfig config) {
        this.alerts = alerts;
        this.letters = letters;
        this.links = links;
        this.json = json;
        this.config = config;
    }

    Mail compose(MailContext context) {
        return context.version() == null ? own(context) : alert(context);
    }

    private Mail alert(MailContext context) {
        Subscription subscription = context.subscription();
        MailWords words = words(subscription);
        AlertMailWriter writer = new AlertMailWriter(words);
        String unsubscribe = links.url(PublicLinks.Page.UNSUBSCRIBE, subscription.id());
        AlertMail view = view(context, writer, unsubscribe);
        Mail mail = new Mail()
                .setSubject(view.subject())
                .setHtml(render(MailTemplates.alertHtml(view), words.locale()))
                .setText(render(MailTemplates.alertText(view), words.locale()));
        return address(mail, context, headersOf(context, unsubscribe));
    }

    /** One mail of all that was gathered. Its identity is that of the delivery that was owed first. */
    Mail composeDigest(List<MailContext> contexts) {
        MailContext first = contexts.stream()
                .min(Comparator.comparing(context -> context.owed().id().toString()))
                .orElseThrow();
        Subscription subscription = first.subscription();
        MailWords words = words(subscription);
        AlertMailWriter writer = new AlertMailWriter(words);
        String unsubscribe = links.url(PublicLinks.Page.UNSUBSCRIBE, subscription.id());
        List<MailContext> order = contexts.stream()
                .sorted(Comparator.comparingInt(this::severity)
                        .reversed()
                        .thenComparing(context -> context.owed().id().toString()))
                .toList();
        String leading = view(order.get(0), writer, unsubscribe).title();
        MailMessages messages = words.messages();
        DigestMail view = new DigestMail(
                words.locale().toLanguageTag(),
                words.direction(),
                order.size() == 1
                        ? messages.digestSubjectOne(leading)
                        : messages.digestSubject(words.number(order.size()), leading),
                messages.digestTitle(),
                groups(order, words, context -> view(context, writer, unsubscribe)),
                notes(order, words),
                links.url(PublicLinks.Page.PREFERENCES, subscription.id()),
                unsubscribe);
        Mail mail = new Mail()
                .setSubject(view.subject())
                .setHtml(render(MailTemplates.digestHtml(view), words.locale()))
                .setText(render(MailTemplates.digestText(view), words.locale()));
        Map<String, String> headers =
                MailHeaders.common(MailThread.of(first.owed().id(), null, config.domain()));
        headers.putAll(MailHeaders.list(MailHeaders.Audience.of(subscription, config), "digest", unsubscribe));
        return address(mail, first, headers);
    }

    private List<DigestMail.Group> groups(
            List<MailContext> order, MailWords words, Function<MailContext, AlertMail> view) {
        Map<Band, List<MailContext>> byBand = new TreeMap<>(Comparator.reverseOrder());
        for (MailContext context : order) {
            Band band = alerts.read(requireNonNull(context.version()).data()).band();
            byBand.computeIfAbsent(band, missing -> new ArrayList<>()).add(context);
        }
        return byBand.entrySet().stream()
                .map(group -> new DigestMail.Group(
                        words.band(group.getKey()),
                        group.getKey().name().toLowerCase(Locale.ROOT),
                        words.number(group.getValue().size()),
                        group.getValue().stream().map(view).toList()))
                .toList();
    }

    private static List<String> notes(List<MailContext> contexts, MailWords words) {
        List<String> notes = new ArrayList<>();
        long capped =
                contexts.stream().filter(context -> context.owed().capped()).count();
        Integer cap = contexts.get(0).subscription().schedule().dailyCap();
        if (capped > 0 && cap != null) {
            notes.add(words.messages().capHeld(words.number(capped), words.number(cap)));
        }
        DailyCap.Waiting waiting = contexts.get(0).waiting();
        if (waiting != null) {
            notes.add(words.messages()
                    .capWaiting(
                            words.number(waiting.count()), words.number(waiting.cap()), words.time(waiting.until())));
        }
        return notes;
    }

    private int severity(MailContext context) {
        return alerts.read(requireNonNull(context.version()).data()).severity();
    }

    private AlertMail view(MailContext context, AlertMailWriter writer, String unsubscribe) {
        AlertVersions.Stored version = requireNonNull(context.version());
        Subscription subscription = context.subscription();
        return writer.write(new AlertMailWriter.Facts(
                alerts.read(version.data()),
                ChangeKind.valueOf(context.owed().kind().name()),
                alerts.changeReason(version.data()),
                alerts.cause(version.data()),
                context.knownBand() == null ? alerts.previousBand(version.data()) : context.knownBand(),
                reasons(context.owed()),
                threadSubject(context, writer),
                context.folded(),
                context.gathered() ? null : context.waiting(),
                links.url(PublicLinks.Page.PREFERENCES, subscription.id()),
                unsubscribe));
    }

    /** The subject of the thread's first mail, made anew from what it was made of. */
    private @Nullable String threadSubject(MailContext context, AlertMailWriter writer) {
        AlertVersions.Stored first = context.firstVersion();
        if (first == null) {
            return null;
        }
        return writer.subject(new AlertMailWriter.Facts(
                alerts.read(first.data()), first.kind(), null, null, null, List.of(), null, 0, null, "", ""));
    }

    private Mail own(MailContext context) {
        Subscription subscription = context.subscription();
        MailWords words = words(subscription);
        MailMessages messages = words.messages();
        OwnMailWriter.Letter letter = letters.write(context, words);
        boolean confirmation = context.owed().kind() == DeliveryKind.CONFIRMATION;
        // A contact must not end what others subscribed to.
        boolean ends = !confirmation && context.owed().recipient() == null;
        String unsubscribe = ends ? links.url(PublicLinks.Page.UNSUBSCRIBE, subscription.id()) : null;
        OwnMail view = new OwnMail(
                words.locale().toLanguageTag(),
                words.direction(),
                letter.subject(),
                letter.text(),
                messages.confirmAction(),
                confirmation ? links.url(PublicLinks.Page.CONFIRM, subscription.id()) : null,
                messages.footer(),
                messages.unsubscribe(),
                unsubscribe);
        Mail mail = new Mail()
                .setSubject(view.subject())
                .setHtml(render(MailTemplates.ownHtml(view), words.locale()))
                .setText(render(MailTemplates.ownText(view), words.locale()));
        return address(mail, context, headersOf(context, unsubscribe));
    }

    private Mail address(Mail mail, MailContext context, Map<String, String> headers) {
        mail.addTo(context.recipient());
        headers.forEach(mail::addHeader);
        return mail;
    }

    private Map<String, String> headersOf(MailContext context, @Nullable String unsubscribeUrl) {
        Map<String, String> headers =
                MailHeaders.common(MailThread.of(context.owed().id(), context.first(), config.domain()));
        if (unsubscribeUrl != null) {
            String kind = context.owed().kind().name().toLowerCase(Locale.ROOT);
            headers.putAll(
                    MailHeaders.list(MailHeaders.Audience.of(context.subscription(), config), kind, unsubscribeUrl));
        }
        return headers;
    }

    private MailWords words(Subscription subscription) {
        Locale locale = Languages.best(subscription.language());
        MailMessages messages = MessageBundles.get(MailMessages.class, Localized.Literal.of(locale.toLanguageTag()));
        Formats formats = new Formats(locale, subscription.schedule().zone());
        return new MailWords(messages, formats, Terms.of(locale), new AlertWording(formats));
    }

    private static String render(TemplateInstance template, Locale locale) {
        return template.setLocale(locale).render();
    }

    private List<Reason> reasons(Owed owed) {
        try {
            return json.readValue(owed.reasons(), new TypeReference<List<Reason>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored reasons cannot be read", e);
        }
    }
}
