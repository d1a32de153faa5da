package org.tocsin.notify.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import jakarta.inject.Singleton;

import org.tocsin.notify.alert.AlertReader;
import org.tocsin.notify.alert.AlertVersions;
import org.tocsin.notify.delivery.DeliveryStatus;
import org.tocsin.notify.delivery.RecentDeliveries;
import org.tocsin.notify.language.Formats;
import org.tocsin.notify.language.Languages;
import org.tocsin.notify.subscription.Schedule;
import org.tocsin.notify.subscription.Subscription;
import org.tocsin.notify.wording.AlertWording;

/** What a recipient can set, and what was sent lately or told together with something else. */
@Singleton
class PreferenceView {

    private static final int LATELY = 20;

    private final RecentDeliveries deliveries;
    private final AlertVersions versions;
    private final AlertReader alerts;

    PreferenceView(RecentDeliveries deliveries, AlertVersions versions, AlertReader alerts) {
        this.deliveries = deliveries;
        this.versions = versions;
        this.alerts = alerts;
    }

    PublicPage.Preferences of(Subscription subscription, PageMessages words, Locale locale) {
        Schedule schedule = subscription.schedule();
        Integer cap = schedule.dailyCap();
        return new PublicPage.Preferences(
                words,
                modes(schedule, words),
                languages(locale),
                schedule.at().toString(),
                schedule.zone().getId(),
                cap == null ? "" : cap.toString(),
                recent(subscription, words, new Formats(locale, schedule.zone())));
    }

    private static List<PublicPage.Choice> modes(Schedule schedule, PageMessages words) {
        List<PublicPage.Choice> choices = new ArrayList<>();
        for (Schedule.Mode mode : Schedule.Mode.values()) {
            String label =
                    switch (mode) {
                        case IMMEDIATE -> words.immediate();
                        case HOURLY -> words.hourly();
                        case DAILY -> words.daily();
                        case WEEKLY -> words.weekly();
                    };
            choices.add(new PublicPage.Choice(mode.name(), label, mode == schedule.mode()));
        }
        return choices;
    }

    private static List<PublicPage.Choice> languages(Locale chosen) {
        return Languages.TAGS.stream()
                .map(tag -> new PublicPage.Choice(
                        tag, Formats.ownName(tag), Languages.best(tag).equals(chosen)))
                .toList();
    }

    private List<PublicPage.Sent> recent(Subscription subscription, PageMessages words, Formats formats) {
        List<RecentDeliveries.Recent> recent = deliveries.of(subscription.id(), LATELY);
        Map<AlertVersions.Key, AlertVersions.Stored> known =
                versions.find(recent.stream().map(PreferenceView::key).toList());
        return recent.stream()
                .map(one -> {
                    AlertVersions.Stored version = known.get(key(one));
                    return version == null
                            ? null
                            : new PublicPage.Sent(
                                    new AlertWording(formats).title(alerts.read(version.data())),
                                    formats.time(one.time()),
                                    status(one.status(), words),
                                    one.status().name().toLowerCase(Locale.ROOT));
                })
                .filter(Objects::nonNull)
                .toList();
    }

    private static AlertVersions.Key key(RecentDeliveries.Recent recent) {
        return new AlertVersions.Key(recent.alert(), recent.version());
    }

    private static String status(DeliveryStatus status, PageMessages words) {
        return switch (status) {
            case PENDING -> words.statusPending();
            case DELIVERED -> words.statusDelivered();
            case FAILED -> words.statusFailed();
            case FOLDED -> words.statusFolded();
            case HELD -> words.statusHeld();
            case CANCELLED -> words.statusCancelled();
        };
    }
}
