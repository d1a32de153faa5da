package org.tocsin.notify.subscription;

/** Why we, and not its owner, stopped a subscription or soon will; its organisation is told. */
public enum Trouble {
    FAILING_A_DAY("Nothing could be delivered for a day"),
    FAILING_TWO_DAYS("Nothing could be delivered for two days"),
    FAILED_THREE_DAYS("Nothing could be delivered for three days"),
    GONE("The receiver answered that it wants no more webhooks (410)"),
    REFUSED("The mail server of the recipient refused the address"),
    BOUNCED("A mail came back: the address cannot be reached"),
    COMPLAINED("The recipient reported a mail as unwanted");

    private final String text;

    Trouble(String text) {
        this.text = text;
    }

    /** In a sentence, for the ledger and the subscription's owner. */
    public String text() {
        return text;
    }
}
