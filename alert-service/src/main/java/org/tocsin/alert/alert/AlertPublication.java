package org.tocsin.alert.alert;

/** Tells the world of a new version, within the transaction that made it. */
public interface AlertPublication {

    void publish(AlertView alert, AlertChange change);
}
