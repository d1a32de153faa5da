package org.tocsin.standalone.demo;

import java.util.List;
import java.util.stream.Collectors;

/** The receiver's log as a page. */
final class WebhookPage {

    private WebhookPage() {}

    static String list(List<ReceivedWebhook> webhooks) {
        String rows = webhooks.stream().limit(200).map(WebhookPage::row).collect(Collectors.joining("\n"));
        return Html.page(
                "Webhooks",
                true,
                "<table><thead><tr><th>Received</th><th>Signature</th><th>Type</th><th>Alert</th><th>webhook-id</th>"
                        + "</tr></thead>\n<tbody>" + rows + "</tbody></table>");
    }

    private static String row(ReceivedWebhook webhook) {
        String alert = webhook.alert().path("title").asText("") + " (version "
                + webhook.alert().path("version").asText("?") + ")";
        return "<tr><td>%s</td><td class=\"%s\">%s</td><td>%s</td><td><bdi>%s</bdi></td><td>%s</td></tr>"
                .formatted(
                        webhook.receivedAt(),
                        webhook.verified() ? "good" : "bad",
                        webhook.verified() ? webhook.repeated() ? "verified, repeated" : "verified" : "refused",
                        Html.escape(webhook.type()),
                        Html.escape(alert),
                        Html.escape(webhook.id()));
    }
}
