package org.tocsin.notify.email;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of our mails. English here, the other languages in {@code messages/msg_*.properties}. */
@MessageBundle("msg")
public interface MailMessages {

    @Message("Update")
    String kindUpdated();

    @Message("Escalated")
    String kindEscalated();

    @Message("Closed")
    String kindClosed();

    @Message("Retracted")
    String kindRetracted();

    @Message("New alert")
    String kindOpened();

    @Message("The severity of this alert has risen.")
    String leadEscalated();

    @Message("The severity of this alert has risen from {from} to {to}.")
    String leadEscalatedFrom(String from, String to);

    @Message("This alert was withdrawn: it was a false alarm. Please do not act on it any more.")
    String leadRetracted();

    @Message("This alert is closed. You will hear of it again if new reports come in.")
    String leadClosed();

    @Message("There is news on an alert you were told about.")
    String leadUpdated();

    @Message("Minor")
    String bandMinor();

    @Message("Moderate")
    String bandModerate();

    @Message("Severe")
    String bandSevere();

    @Message("Extreme")
    String bandExtreme();

    @Message("Severity {points} of 100")
    String severity(String points);

    @Message("Confidence {percent}")
    String confidence(String percent);

    @Message("Why this version")
    String change();

    @Message("Figures")
    String figures();

    @Message("planned")
    String planned();

    @Message("What was reported")
    String reports();

    @Message("Score")
    String score();

    @Message("Why you get this")
    String whyYou();

    @Message("Your subscription asks for all alerts.")
    String whyAll();

    @Message("You were told about this alert, so you are told how it ends.")
    String whyEnding();

    @Message("{field}: {found} (you asked for {wanted})")
    String why(String field, String found, String wanted);

    @Message("not {values}")
    String whyNot(String values);

    @Message("Earlier versions that were not sent separately: {count}. This mail tells all they told.")
    String folded(String count);

    @Message("Change or pause this subscription")
    String preferences();

    @Message("Unsubscribe")
    String unsubscribe();

    @Message("Sent by Tocsin, early warning for humanitarian organisations.")
    String footer();

    @Message("Country")
    String fieldCountry();

    @Message("Category")
    String fieldCategory();

    @Message("Place")
    String fieldPlace();

    @Message("Source")
    String fieldSource();

    @Message("Language")
    String fieldLanguage();

    @Message("Severity")
    String fieldSeverity();

    @Message("Confidence")
    String fieldConfidence();

    @Message("Severity band")
    String fieldBand();

    @Message("{count} alerts: {title}")
    String digestSubject(String count, String title);

    @Message("1 alert: {title}")
    String digestSubjectOne(String title);

    @Message("Alerts since your last digest, the most severe first")
    String digestTitle();

    @Message("at least {number}")
    String atLeast(String number);

    @Message("Please confirm your subscription to Tocsin alerts")
    String confirmSubject();

    @Message("Somebody asked for Tocsin alerts to be sent to this address. If it was you, please confirm. If not, do"
            + " nothing, and you will hear no more of it.")
    String confirmText();

    @Message("Confirm")
    String confirmAction();

    @Message("Test message from Tocsin")
    String testSubject();

    @Message("This is a test. If you can read it, your subscription works.")
    String testText();

    @Message("A Tocsin subscription needs your attention")
    String noticeSubject();

    @Message(
            "Nothing could be delivered for “{name}” for {hours} hours. We keep trying. After three days we stop sending"
                    + " to it, and keep what it misses.")
    String noticeFailing(String name, String hours);

    @Message(
            "Nothing could be delivered for “{name}” for three days, so we stopped. Once its receiver works again, make"
                    + " the subscription active: everything it missed is then sent.")
    String noticeDisabled(String name);

    @Message("The receiver of “{name}” answered that it wants no more webhooks (410), so we stopped. Make the"
            + " subscription active again if that was a mistake: everything it missed is then sent.")
    String noticeGone(String name);

    @Message(
            "Mail for “{name}” comes back: its address cannot be reached, so we stopped. Correct the address or make the"
                    + " subscription active again: everything it missed is then sent.")
    String noticeBounced(String name);

    @Message("The recipient of “{name}” reported one of our mails as unwanted, so we ended the subscription.")
    String noticeComplained(String name);

    @Message("Source is silent: {name}")
    String sourceSilentSubject(String name);

    @Message("Source is back: {name}")
    String sourceResumedSubject(String name);

    @Message(
            "“{name}” has had nothing new since {time}; its longest usual pause is {duration}. Alerts that rest on it may"
                    + " come late or not at all.")
    String sourceQuiet(String name, String time, String duration);

    @Message(
            "“{name}” cannot be read since {time}. We keep trying. Alerts that rest on it may come late or not at all.")
    String sourceFailing(String name, String time);

    @Message(
            "The publisher of “{name}” has withdrawn it; we learnt so on {time} and visit it no longer. Alerts that rest on"
                    + " it will not come until somebody gives it another address.")
    String sourceGone(String name, String time);

    @Message("“{name}” is heard again since {time}. It had been silent since {since}.")
    String sourceResumed(String name, String time, String since);

    @Message("You are told because the subscription “{subscription}” names this source.")
    String sourceWhyOwn(String subscription);

    @Message("You are told because the subscription “{subscription}” asks for notices on all sources.")
    String sourceWhyAll(String subscription);

    @Message("Waiting because of your limit of {cap} mails a day: {count}. They come in one mail on {time}.")
    String capWaiting(String count, String cap, String time);

    @Message("Of these, held back by your limit of {cap} mails a day: {count}.")
    String capHeld(String count, String cap);
}
