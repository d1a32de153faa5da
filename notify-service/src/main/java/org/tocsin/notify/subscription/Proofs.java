package org.tocsin.notify.subscription;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.secret.SealedSettings.ClientCertificate;

/**
 * By what the receiver of a webhook wants to recognise us, as a request has it.
 *
 * @param headers null leaves those there are
 * @param certificate the new one; null together with {@code certificateGiven} removes the one there is
 */
record Proofs(
        @Nullable Map<String, String> headers, @Nullable ClientCertificate certificate, boolean certificateGiven) {

    static final Proofs UNCHANGED = new Proofs(null, null, false);

    /** Keeps secrets out of logs. */
    @Override
    public String toString() {
        return "Proofs";
    }
}
