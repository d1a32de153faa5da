package org.tocsin.standalone.demo;

import java.util.List;
import java.util.stream.Collectors;

/** The mailbox as pages. */
final class MailPages {

    private MailPages() {}

    static String list(List<ReceivedMail> mails) {
        String rows = mails.stream()
                .map(mail -> "<tr><td>%s</td><td><bdi>%s</bdi></td><td><a href=\"/mail/%d\"><bdi>%s</bdi></a></td></tr>"
                        .formatted(
                                mail.receivedAt(), Html.escape(mail.to()), mail.number(), Html.escape(mail.subject())))
                .collect(Collectors.joining("\n"));
        return Html.page(
                "Mailbox",
                true,
                "<table><thead><tr><th>Received</th><th>To</th><th>Subject</th></tr></thead>\n<tbody>" + rows
                        + "</tbody></table>");
    }

    static String show(ReceivedMail mail) {
        String headers = mail.headers().entrySet().stream()
                .map(header -> "<tr><th>%s</th><td><bdi>%s</bdi></td></tr>"
                        .formatted(Html.escape(header.getKey()), Html.escape(header.getValue())))
                .collect(Collectors.joining("\n"));
        return Html.page(
                mail.subject(),
                false,
                mail.html().map(MailPages::frame).orElse("")
                        + "<h2>Text</h2><pre dir=\"auto\">" + Html.escape(mail.text()) + "</pre>"
                        + "<h2>Headers</h2><table>" + headers + "</table>");
    }

    /** No scripts, no forms, no origin: a link that a reader clicks opens in a tab of its own, nothing else works. */
    private static String frame(String html) {
        return "<iframe title=\"HTML part\" sandbox=\"allow-popups\" referrerpolicy=\"no-referrer\" srcdoc=\""
                + Html.escape("<base target=\"_blank\">" + html) + "\"></iframe>";
    }
}
