package org.tocsin.standalone.demo;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.tocsin.standalone.installation.DataFolder;
import org.tocsin.standalone.installation.Programs;
import org.tocsin.standalone.installation.Service;
import org.tocsin.standalone.installation.Settings;
import org.tocsin.standalone.installation.SigningKeys;
import org.tocsin.standalone.installation.TokenMint;

import com.fasterxml.jackson.databind.JsonNode;

/** The demonstration: what surrounds an installation, and the story that it is told. */
public final class Demo implements AutoCloseable {

    private static final Duration BETWEEN_WAVES = Duration.ofSeconds(20);
    private static final Duration GLANCE = Duration.ofMillis(250);
    private static final String READER = "duty-desk@demo.example";

    private final Settings settings;
    private final DemoFeeds feeds;
    private final Mailbox mailbox;
    private final WebhookReceiver receiver;
    private final DemoSite site;
    private final Arrivals arrivals;
    private final Terminal terminal;
    private final Clock clock;
    private final CountDownLatch closing = new CountDownLatch(1);

    private Demo(Settings settings, DemoFeeds feeds, PrintWriter out, Clock clock) {
        this.settings = settings;
        this.feeds = feeds;
        this.clock = clock;
        this.terminal = new Terminal(out, ZoneId.systemDefault(), System.console() != null);
        this.arrivals = new Arrivals(clock);
        this.mailbox = Mailbox.open(0, clock);
        this.receiver = new WebhookReceiver(clock);
        this.site = DemoSite.open(settings.demoPort(), feeds, mailbox, receiver);
        mailbox.onMail(arrivals::add);
        receiver.onWebhook(arrivals::add);
    }

    /** Opens mailbox, receiver and pages. */
    public static Demo open(Programs programs, Settings settings, PrintWriter out, Clock clock) {
        return new Demo(settings, DemoFeeds.read(programs.seeds().resolve("demo")), out, clock);
    }

    /** The environment of an installation that is to be shown: mail to the mailbox, polls every few seconds. */
    public Settings installation() {
        Map<String, String> environment = new HashMap<>(settings.environment());
        environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        environment.put("QUARKUS_MAILER_PORT", Integer.toString(mailbox.port()));
        environment.put("QUARKUS_MAILER_START_TLS", "DISABLED");
        environment.put("QUARKUS_MAILER_LOGIN", "DISABLED");
        // Feeds and receiver are here: this machine is the only private address that is opened.
        environment.put("TOCSIN_EGRESS_ALLOW", "127.0.0.0/8,::1/128");
        environment.put("TOCSIN_SOURCES_MINIMUM_INTERVAL", "2s");
        // The demonstration reads its own feeds and leaves the world's alone.
        environment.put("TOCSIN_SEEDS_SOURCES", "false");
        return new Settings(environment);
    }

    /** Sets up sources and subscriptions over the public API, as an administrator would. */
    public void prepare(DataFolder data) {
        String token = token(data);
        ApiClient notify = new ApiClient(address(Service.NOTIFY), token);
        JsonNode organisation = notify.post("/organisations", Map.of("name", "Demo relief organisation"));
        String id = organisation.path("id").asText();
        notify.post("/subscriptions", subscription(id, Map.of("type", "email", "address", READER)));
        JsonNode webhook = notify.post(
                "/subscriptions", subscription(id, Map.of("type", "webhook", "url", site.url(DemoSite.RECEIVER))));
        receiver.secret(webhook.path("secret").asText());
        ApiClient monitor = new ApiClient(address(Service.MONITOR), token);
        feeds.outlets().forEach(outlet -> monitor.post("/sources", source(outlet)));
        site.overview(overview(data));
    }

    private String token(DataFolder data) {
        TokenMint mint = new TokenMint(SigningKeys.of(data.path()).sign(), clock);
        return mint.mint("demo", List.of("admin"), null, Duration.ofDays(7));
    }

    private String address(Service service) {
        return "http://127.0.0.1:" + settings.port(service);
    }

    private static Map<String, Object> subscription(String organisation, Map<String, String> channel) {
        return Map.of(
                "organisation",
                organisation,
                "channel",
                channel,
                "filter",
                Map.of(),
                "delivery",
                Map.of("mode", "immediate"),
                "language",
                "en",
                "confirmed",
                true);
    }

    private Map<String, Object> source(DemoFeeds.Outlet outlet) {
        return Map.of(
                "name", outlet.name(),
                "url", site.url("/feeds/" + outlet.key()),
                "format", outlet.format(),
                "language", outlet.language(),
                "country", outlet.country(),
                "reliability", outlet.reliability(),
                "ownerGroup", outlet.ownerGroup(),
                "pollInterval", "PT3S");
    }

    private String overview(DataFolder data) {
        StringBuilder html = new StringBuilder("<ul>");
        html.append("<li><a href=\"/mail\">Mailbox</a> of the e-mail subscription</li>");
        html.append("<li><a href=\"/webhooks\">Webhooks</a> as the receiver verified them</li>");
        for (Service service : Service.values()) {
            html.append("<li><a href=\"%1$s/q/swagger-ui\">API of %2$s</a></li>"
                    .formatted(address(service), service.module()));
        }
        feeds.outlets()
                .forEach(outlet -> html.append("<li><a href=\"/feeds/%s\">Feed</a> of <bdi>%s</bdi></li>"
                        .formatted(Html.escape(outlet.key()), Html.escape(outlet.name()))));
        return html.append("</ul><p>A token for the API: <code>")
                .append(Html.escape(tokenCommand(data)))
                .append("</code></p>")
                .toString();
    }

    private static String tokenCommand(DataFolder data) {
        return "./tocsin token --role admin --data " + data.path();
    }

    /** Says where to look, then shows what arrives, until the limit or until the demo is closed. */
    public void show(DataFolder data, Duration limit) throws InterruptedException {
        terminal.say("  mailbox          " + site.url("/mail"));
        terminal.say("  webhooks         " + site.url("/webhooks"));
        for (Service service : Service.values()) {
            terminal.say("  %-16s %s/q/swagger-ui".formatted(service.module(), address(service)));
        }
        terminal.say("  token            " + tokenCommand(data));
        terminal.say("  end              Ctrl-C");
        terminal.say("");
        ApiClient notify = new ApiClient(address(Service.NOTIFY), token(data));
        Function<String, JsonNode> ledger = delivery -> notify.get("/deliveries/" + delivery);
        long begun = System.nanoTime();
        boolean open = true;
        while (open && System.nanoTime() - begun < limit.toNanos()) {
            Duration shown = Duration.ofNanos(System.nanoTime() - begun);
            feeds.show((int) Math.min(1 + shown.dividedBy(BETWEEN_WAVES), feeds.waves()));
            arrivals.take(ledger).forEach(terminal::show);
            open = !closing.await(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
        }
        terminal.say("%d alert versions by verified webhook, %d e-mails"
                .formatted(
                        receiver.webhooks().stream().filter(this::first).count(),
                        mailbox.mails().size()));
    }

    private boolean first(ReceivedWebhook webhook) {
        return webhook.verified() && !webhook.repeated();
    }

    @Override
    public void close() {
        closing.countDown();
        site.close();
        mailbox.close();
    }
}
