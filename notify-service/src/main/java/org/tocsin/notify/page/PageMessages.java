package org.tocsin.notify.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the public pages. */
@MessageBundle("page")
public interface PageMessages {

    @Message("Confirm your subscription")
    String confirmTitle();

    @Message("Do you want to receive Tocsin alerts at {address}?")
    String confirmQuestion(String address);

    @Message("Yes, send me alerts")
    String confirmAction();

    @Message("Your subscription is confirmed. You will receive alerts from now on.")
    String confirmed();

    @Message("Unsubscribe")
    String unsubscribeTitle();

    @Message("Do you want no more alerts of this subscription at {address}?")
    String unsubscribeQuestion(String address);

    @Message("Unsubscribe")
    String unsubscribeAction();

    @Message("You are unsubscribed. Nothing more will be sent to you from this subscription.")
    String unsubscribed();

    @Message("Your subscription")
    String preferencesTitle();

    @Message("This subscription sends alerts to {address}.")
    String preferencesText(String address);

    @Message("It is active.")
    String active();

    @Message("It is paused. Nothing is sent until you resume it.")
    String paused();

    @Message("It waits for your confirmation.")
    String pending();

    @Message("It is switched off because nothing could be delivered.")
    String disabled();

    @Message("You have unsubscribed.")
    String ended();

    @Message("Pause")
    String pause();

    @Message("Resume")
    String resume();

    @Message("Unsubscribe from everything sent to this address")
    String unsubscribeAll();

    @Message("You are unsubscribed from everything. Nothing more will be sent to this address.")
    String unsubscribedAll();

    @Message("When you are told")
    String scheduleTitle();

    @Message("At once")
    String immediate();

    @Message("Gathered, every hour")
    String hourly();

    @Message("Gathered, once a day")
    String daily();

    @Message("Gathered, once a week")
    String weekly();

    @Message("Time of day")
    String time();

    @Message("Language")
    String language();

    @Message("Most mails a day (empty: no limit)")
    String dailyCap();

    @Message("Escalations, retractions and new alerts of the highest severity always come at once.")
    String urgentNote();

    @Message("Save")
    String save();

    @Message("Your changes are saved.")
    String saved();

    @Message("What was sent to you lately")
    String recentTitle();

    @Message("Nothing yet.")
    String recentNone();

    @Message("Sent")
    String statusDelivered();

    @Message("Told together with a later version")
    String statusFolded();

    @Message("Waiting until then")
    String statusPending();

    @Message("Could not be delivered")
    String statusFailed();

    @Message("Kept until the subscription is active again")
    String statusHeld();

    @Message("Not sent")
    String statusCancelled();

    @Message("This link is not valid")
    String unknownTitle();

    @Message("The link is incomplete, or its subscription no longer exists.")
    String unknownText();
}
