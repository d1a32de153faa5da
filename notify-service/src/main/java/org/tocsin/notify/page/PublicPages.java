package org.tocsin.notify.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
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

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "ps", "ur");

    private final PublicLinks links;
    private final Subscriptions subscriptions;

    PublicPages(PublicLinks links, Subscriptions subscriptions) {
        this.links = links;
        this.subscriptions = subscriptions;
    }

    /** The page before anything is done; empty when the token is not one of ours. */
    Optional<PublicPage> show(PublicLinks.Page page, String token) {
        return find(page, token).map(subscription -> switch (page) {
            case CONFIRM -> confirm(subscription);
            case UNSUBSCRIBE -> unsubscribe(subscription);
            case PREFERENCES -> preferences(subscription);
        });
    }

    /** Does what was asked for and shows the page after it; empty when the token is not one of ours. */
    Optional<PublicPage> act(PublicLinks.Page page, String token, @Nullable String action) {
        Optional<Subscription> subscription = find(page, token);
        subscription.map(Subscription::id).ifPresent(id -> {
            switch (page) {
                case CONFIRM -> subscriptions.confirm(id);
                case UNSUBSCRIBE -> subscriptions.unsubscribe(id);
                case PREFERENCES -> change(id, action);
            }
        });
        return subscription.isEmpty() ? Optional.empty() : show(page, token);
    }

    /** What is shown when the link leads nowhere. */
    PublicPage unknown() {
        PageMessages words = words("en");
        return new PublicPage("en", "ltr", words.unknownTitle(), words.unknownText(), List.of());
    }

    private void change(UUID id, @Nullable String action) {
        if ("pause".equals(action)) {
            subscriptions.pause(id, true);
        } else if ("resume".equals(action)) {
            subscriptions.pause(id, false);
        } else if ("unsubscribe".equals(action)) {
            subscriptions.unsubscribe(id);
        }
    }

    private Optional<Subscription> find(PublicLinks.Page page, String token) {
        return links.subscription(page, token)
                .flatMap(subscriptions::find)
                .filter(subscription -> subscription.channel().type() == Channel.Type.EMAIL);
    }

    private PublicPage confirm(Subscription subscription) {
        PageMessages words = words(subscription.language());
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
        PageMessages words = words(subscription.language());
        if (subscription.state() == Subscription.State.UNSUBSCRIBED) {
            return page(subscription, words.unsubscribeTitle(), words.unsubscribed());
        }
        return page(
                subscription,
                words.unsubscribeTitle(),
                words.unsubscribeQuestion(subscription.channel().target()),
                new Action("unsubscribe", words.unsubscribeAction()));
    }

    private PublicPage preferences(Subscription subscription) {
        PageMessages words = words(subscription.language());
        String text = words.preferencesText(subscription.channel().target()) + " " + state(subscription, words);
        Action end = new Action("unsubscribe", words.unsubscribeAction());
        return switch (subscription.state()) {
            case ACTIVE -> page(subscription, words.preferencesTitle(), text, new Action("pause", words.pause()), end);
            case PAUSED ->
                page(subscription, words.preferencesTitle(), text, new Action("resume", words.resume()), end);
            case PENDING, DISABLED -> page(subscription, words.preferencesTitle(), text, end);
            case UNSUBSCRIBED -> page(subscription, words.preferencesTitle(), text);
        };
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
        Locale locale = Locale.forLanguageTag(subscription.language());
        String direction = RIGHT_TO_LEFT.contains(locale.getLanguage()) ? "rtl" : "ltr";
        return new PublicPage(subscription.language(), direction, title, text, List.of(actions));
    }

    private static PageMessages words(String language) {
        return MessageBundles.get(PageMessages.class, Localized.Literal.of("en"));
    }
}
