package org.tocsin.platform.egress;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.vertx.core.VertxException;

/** Says in the reader's words why there was no complete answer. */
final class Failures {

    static final EgressOutcome.Failed TIMEOUT =
            new EgressOutcome.Failed(EgressOutcome.Failure.TIMEOUT, "The server took too long to answer.");
    static final EgressOutcome.Failed NO_SUCH_HOST =
            new EgressOutcome.Failed(EgressOutcome.Failure.DNS, "The host name has no address.");
    static final EgressOutcome.Failed TOO_MANY_REDIRECTS =
            new EgressOutcome.Failed(EgressOutcome.Failure.TOO_MANY_REDIRECTS, "The server redirects too often.");
    static final EgressOutcome.Failed BAD_ANSWER = new EgressOutcome.Failed(
            EgressOutcome.Failure.BAD_ANSWER, "The server's answer does not keep to the rules of HTTP.");
    private static final EgressOutcome.Failed TLS =
            new EgressOutcome.Failed(EgressOutcome.Failure.TLS, "No trusted TLS connection could be made.");
    private static final EgressOutcome.Failed CONNECT =
            new EgressOutcome.Failed(EgressOutcome.Failure.CONNECT, "The server does not accept connections.");
    private static final EgressOutcome.Failed CONNECTION_LOST = new EgressOutcome.Failed(
            EgressOutcome.Failure.CONNECTION_LOST, "The connection was lost before the answer was complete.");

    private static final int DEEPEST_CAUSE = 8;

    private Failures() {}

    /** The outcome for what the HTTP client threw; the exception's own message may name addresses and is dropped. */
    static EgressOutcome.Failed of(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++, cause = cause.getCause()) {
            // A DecoderException wraps what TLS throws, so the order matters.
            if (cause instanceof SSLException || cause instanceof CertificateException) {
                return TLS;
            }
            if (cause instanceof ConnectTimeoutException
                    || cause instanceof ConnectException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof UnresolvedAddressException) {
                return CONNECT;
            }
            if (cause instanceof TimeoutException) {
                return TIMEOUT;
            }
        }
        if (thrown instanceof DecoderException || thrown instanceof IllegalArgumentException) {
            return BAD_ANSWER;
        }
        return thrown instanceof VertxException || thrown instanceof IOException ? CONNECTION_LOST : BAD_ANSWER;
    }
}
