package org.tocsin.notify.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.language.Languages;
import org.tocsin.notify.page.PublicPage.Action;
import org.tocsin.notify.secret.PublicLinks;
import org.tocsin.notify.subscription.Channel;
import org.tocsin.notify.subscription.Subscription;
import org.tocsin.notify.subscription.Subscriptions;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** What the public pages say and do. Only POST changes anything: mail programs and scanners follow links on their own. */
@Singleton
class PublicPages {

    private static final String ALL = "unsubscribe-all";

    private final PublicLinks links;
    private final Subscriptions subscriptions;
    private final PreferenceView preferences;

    PublicPages(PublicLinks links, Subscriptions subscriptions, PreferenceView preferences) {
        this.links = links;
        this.subscriptions = subscriptions;
        this.preferences = preferences;
    }

    /** The page before anything is done; empty when the token is not one of ours. */
    @Transactional
    Optional<PublicPage> show(PublicLinks.Page page, String token) {
        return find(page, token).map(subscription -> show(page, subscription, false));
    }

    /** Does what was asked for and shows the page after it; empty when the token is not one of ours. */
    @Transactional
    Optional<PublicPage> act(PublicLinks.Page page, String token, PageForm form) {
        return find(page, token).flatMap(subscription -> {
            UUID id = subscription.id();
            switch (page) {
                case CONFIRM -> subscriptions.confirm(id);
                case UNSUBSCRIBE -> unsubscribe(id, form.action());
                case PREFERENCES -> change(id, form);
            }
            return find(page, token).map(after -> show(page, after, true));
        });
    }

    /** What is shown when the link leads nowhere. */
    PublicPage unknown() {
        PageMessages words = words(Locale.ENGLISH);
        return new PublicPage("en", "ltr", words.unknownTitle(), words.unknownText(), List.of(), null);
    }

    private void unsubscribe(UUID id, @Nullable String action) {
        if (ALL.equals(action)) {
            subscriptions.unsubscribeAll(id);
        } else {
            subscriptions.unsubscribe(id);
        }
    }

    private void change(UUID id, PageForm form) {
        switch (form.action() == null ? "" : form.action()) {
            case "pause" -> subscriptions.pause(id, true);
            case "resume" -> subscriptions.pause(id, false);
            case "unsubscribe", ALL -> unsubscribe(id, form.action());
            case "save" -> subscriptions.prefer(id, form.preference());
            default -> {
                // A button that we do not have changes nothing.
            }
        }
    }

    private Optional<Subscription> find(PublicLinks.Page page, String token) {
        return links.subscription(page, token)
                .flatMap(subscriptions::find)
                .filter(subscription -> subscription.channel().type() == Channel.Type.EMAIL);
    }

    private PublicPage show(PublicLinks.Page page, Subscription subscription, boolean changed) {
        return switch (page) {
            case CONFIRM -> confirm(subscription);
            case UNSUBSCRIBE -> unsubscribe(subscription);
            case PREFERENCES -> preferences(subscription, changed);
        };
    }

    private PublicPage confirm(Subscription subscription) {
        PageMessages words = words(locale(subscription));
        return switch (subscription.state()) {
            case PENDING ->
                page(
                        subscription,
                        words.confirmTitle(),
                        words.confirmQuestion(subscription.channel().target()),
                        new Action("confirm", words.confirmAction()));
            case ACTIVE -> page(subscription, words.confirmTitle(), words.confirmed());
            case PAUSED, DISABLED, UNSUBSCRIBED -> page(subscription, words.confirmTitle(), state(subscription, words));
        };
    }

    private PublicPage unsubscribe(Subscription subscription) {
        PageMessages words = words(locale(subscription));
        boolean ended = subscription.state() == Subscription.State.UNSUBSCRIBED;
        boolean others = subscriptions.othersOfAddress(subscription);
        Action all = new Action(ALL, words.unsubscribeAll());
        if (ended) {
            String text = others ? words.unsubscribed() : words.unsubscribedAll();
            return page(subscription, words.unsubscribeTitle(), text, others ? new Action[] {all} : new Action[0]);
        }
        Action one = new Action("unsubscribe", words.unsubscribeAction());
        return page(
                subscription,
                words.unsubscribeTitle(),
                words.unsubscribeQuestion(subscription.channel().target()),
                others ? new Action[] {one, all} : new Action[] {one});
    }

    private PublicPage preferences(Subscription subscription, boolean changed) {
        Locale locale = locale(subscription);
        PageMessages words = words(locale);
        String text = (changed ? words.saved() + " " : "")
                + words.preferencesText(subscription.channel().target()) + " "
                + state(subscription, words);
        Action end = new Action("unsubscribe", words.unsubscribeAction());
        Action[] actions =
                switch (subscription.state()) {
                    case ACTIVE -> new Action[] {new Action("pause", words.pause()), end};
                    case PAUSED -> new Action[] {new Action("resume", words.resume()), end};
                    case PENDING, DISABLED -> new Action[] {end};
                    case UNSUBSCRIBED -> new Action[0];
                };
        return new PublicPage(
                locale.toLanguageTag(),
                Languages.direction(locale),
                words.preferencesTitle(),
                text,
                List.of(actions),
                preferences.of(subscription, words, locale));
    }

    private static String state(Subscription subscription, PageMessages words) {
        return switch (subscription.state()) {
            case PENDING -> words.pending();
            case ACTIVE -> words.active();
            case PAUSED -> words.paused();
            case DISABLED -> words.disabled();
            case UNSUBSCRIBED -> words.ended();
        };
    }

    private static PublicPage page(Subscription subscription, String title, String text, Action... actions) {
        Locale locale = locale(subscription);
        return new PublicPage(locale.toLanguageTag(), Languages.direction(locale), title, text, List.of(actions), null);
    }

    private static Locale locale(Subscription subscription) {
        return Languages.best(subscription.language());
    }

    private static PageMessages words(Locale locale) {
        return MessageBundles.get(PageMessages.class, Localized.Literal.of(locale.toLanguageTag()));
    }
}
