package org.tocsin.notify.bounce;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Bounces and complaints as mail servers write them. */
final class Reports {

    static final String DOMAIN = "tocsin.localdomain";

    private Reports() {}

    /** A delivery status notification (RFC 3464). */
    static byte[] bounce(UUID delivery, String action, String status) {
        return message(
                """
                From: MAILER-DAEMON@mx.example.org
                To: tocsin@localhost
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

                --b1
                Content-Type: text/plain; charset=us-ascii

                I am sorry. Your message could not be delivered.

                --b1
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.org
                Arrival-Date: Mon, 14 Jul 2025 06:00:00 +0000

                Final-Recipient: rfc822; reader@example.org
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; 550 5.1.1 no such user

                --b1
                Content-Type: text/rfc822-headers

                From: Tocsin <tocsin@localhost>
                To: reader@example.org
                Message-ID: <%s@%s>
                Subject: Severe: something

                --b1--
                """
                        .formatted(action, status, delivery, DOMAIN));
    }

    /** An abuse report (RFC 5965). */
    static byte[] complaint(UUID delivery) {
        return message(
                """
                From: feedback@provider.example
                To: tocsin@localhost
                Subject: FW: Severe: something
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=feedback-report; boundary="b2"

                --b2
                Content-Type: text/plain

                This is an email abuse report.

                --b2
                Content-Type: message/feedback-report

                Feedback-Type: abuse
                User-Agent: Provider/1
                Version: 1

                --b2
                Content-Type: message/rfc822

                From: Tocsin <tocsin@localhost>
                Message-ID: <%s@%s>
                Subject: Severe: something

                Text
                --b2--
                """
                        .formatted(delivery, DOMAIN));
    }

    static byte[] letter() {
        return message(
                """
                From: reader@example.org
                To: tocsin@localhost
                Subject: A question

                What does this mean?
                """);
    }

    private static byte[] message(String text) {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
