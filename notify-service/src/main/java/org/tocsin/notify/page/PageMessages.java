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

    @Message("This link is not valid")
    String unknownTitle();

    @Message("The link is incomplete, or its subscription no longer exists.")
    String unknownText();
}
