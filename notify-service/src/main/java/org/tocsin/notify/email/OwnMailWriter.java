package org.tocsin.notify.email;

import jakarta.inject.Singleton;

import org.tocsin.notify.language.CleanText;
import org.tocsin.notify.source.SourceNews;
import org.tocsin.notify.source.SourceReader;
import org.tocsin.notify.subscription.Subscription;
import org.tocsin.notify.subscription.Trouble;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import static java.util.Objects.requireNonNull;

/** Finds the words of messages of our own. */
@Singleton
class OwnMailWriter {

    private static final int NAME_LENGTH = 120;

    private final SourceReader sources;
    private final ObjectMapper json;

    OwnMailWriter(SourceReader sources, ObjectMapper json) {
        this.sources = sources;
        this.json = json;
    }

    /** What a message says. */
    record Letter(String subject, String text) {}

    Letter write(MailContext context, MailWords words) {
        MailMessages messages = words.messages();
        return switch (context.owed().kind()) {
            case CONFIRMATION -> new Letter(messages.confirmSubject(), messages.confirmText());
            case NOTICE -> new Letter(messages.noticeSubject(), notice(context, words));
            case SOURCE -> source(context, words);
            default -> new Letter(messages.testSubject(), messages.testText());
        };
    }

    private String notice(MailContext context, MailWords words) {
        String name = nameOf(context.subscription());
        MailMessages messages = words.messages();
        return switch (trouble(about(context))) {
            case FAILING_A_DAY -> messages.noticeFailing(name, words.number(24));
            case FAILING_TWO_DAYS -> messages.noticeFailing(name, words.number(48));
            case FAILED_THREE_DAYS -> messages.noticeDisabled(name);
            case GONE -> messages.noticeGone(name);
            case REFUSED, BOUNCED -> messages.noticeBounced(name);
            case COMPLAINED -> messages.noticeComplained(name);
        };
    }

    private Letter source(MailContext context, MailWords words) {
        SourceReader.Told told = sources.told(about(context));
        MailMessages messages = words.messages();
        String name = CleanText.line(told.news().name(), NAME_LENGTH);
        String subject = told.news().state() == SourceNews.State.OK
                ? messages.sourceResumedSubject(name)
                : messages.sourceSilentSubject(name);
        String subscription = nameOf(context.subscription());
        String why = told.allSources() ? messages.sourceWhyAll(subscription) : messages.sourceWhyOwn(subscription);
        return new Letter(subject, news(told.news(), name, words) + " " + why);
    }

    private static String news(SourceNews news, String name, MailWords words) {
        MailMessages messages = words.messages();
        String time = words.time(news.since());
        return switch (news.state()) {
            case QUIET -> messages.sourceQuiet(name, time, words.duration(requireNonNull(news.usualPause())));
            case FAILING -> messages.sourceFailing(name, time);
            case GONE -> messages.sourceGone(name, time);
            case OK -> messages.sourceResumed(name, time, words.time(requireNonNull(news.silentSince())));
        };
    }

    private Trouble trouble(String about) {
        try {
            return Trouble.valueOf(json.readTree(about).path("trouble").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is stored of a notice cannot be read", e);
        }
    }

    private static String about(MailContext context) {
        return requireNonNull(context.owed().about(), "a message of this kind is about something");
    }

    private static String nameOf(Subscription subscription) {
        return subscription.name() == null
                ? subscription.id().toString()
                : CleanText.line(subscription.name(), NAME_LENGTH);
    }
}
