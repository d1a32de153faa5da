package org.tocsin.alert.publish;

import org.tocsin.alert.alert.AlertChange;
import org.tocsin.alert.alert.AlertView;

/**
 * Data of the events of topic {@code alerts}.
 *
 * @param alert as the API shows it
 * @param change what this version changed, and why
 */
record AlertEvent(AlertView alert, AlertChange change) {}
