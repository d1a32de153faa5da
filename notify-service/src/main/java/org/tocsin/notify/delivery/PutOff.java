package org.tocsin.notify.delivery;

import java.time.Instant;

/**
 * A delivery that was taken but is not to be tried yet.
 *
 * @param until when it is due again
 * @param capped whether the subscriber's daily cap is the reason; it is then sent with what else is due
 */
public record PutOff(Owed owed, Instant until, boolean capped) {}
