package org.tocsin.notify.email;

import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import org.tocsin.notify.delivery.Outcome;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.ext.mail.SMTPException;

import static java.util.Objects.requireNonNullElse;

/**
 * What a failure of sending a mail means. A reply to the recipient or to the content concerns this mail: 4yz is tried
 * again, 5yz is final (RFC 5321, section 4.2.1). A reply to anything else, and no reply at all, is the trouble of the
 * server that all mails go through, and no mail is given up for it.
 */
final class SmtpOutcomes {

    private static final int CLOSING = 421;
    private static final String UNREACHABLE = "The mail server cannot be reached";

    private SmtpOutcomes() {}

    static Outcome of(Throwable failure) {
        if (failure instanceof SMTPException reply) {
            return of(reply.getReplyCode(), requireNonNullElse(reply.getMessage(), ""));
        }
        if (failure instanceof IllegalArgumentException) {
            return new Outcome.Permanent(null, "The address cannot be used", null, true);
        }
        if (failure instanceof SSLException) {
            return new Outcome.TlsFailed("There is no trustworthy encrypted connection to the mail server");
        }
        if (failure instanceof TimeoutException) {
            return new Outcome.Unreachable("The mail server did not answer in time");
        }
        if (failure instanceof IOException || failure instanceof VertxException) {
            return new Outcome.Unreachable(UNREACHABLE);
        }
        return new Outcome.Unreachable("The conversation with the mail server broke off");
    }

    /** Whether an established connection broke before the server had replied. */
    static boolean connectionLost(Throwable failure) {
        return !(failure instanceof SMTPException)
                && !(failure instanceof ConnectException)
                && !(failure instanceof SSLException)
                && (failure instanceof IOException
                        || failure instanceof VertxException
                        || failure instanceof NoStackTraceThrowable);
    }

    /** @param message of the client library; it begins with the step that failed */
    private static Outcome of(int code, String message) {
        boolean aboutThisMail = message.startsWith("recipient address not accepted")
                || message.startsWith("DATA command not accepted")
                || message.startsWith("sending data failed");
        if (!aboutThisMail || code == CLOSING) {
            return new Outcome.Unreachable("The mail server takes no mail from us at present: " + code);
        }
        if (code >= 500) {
            boolean recipient = message.startsWith("recipient");
            return new Outcome.Permanent(
                    code,
                    recipient ? "The mail server refused the address" : "The mail server refused the mail",
                    null,
                    recipient);
        }
        return new Outcome.Temporary(code, "The mail server put the mail off", null);
    }
}
