package org.tocsin.benchmarks.notify;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

import org.tocsin.benchmarks.system.RunningTocsin;
import org.tocsin.standalone.demo.ApiClient;
import org.tocsin.standalone.installation.Service;

/**
 * Measures delivery from the published alert to the receiver: every delivery and every try is recorded in PostgreSQL
 * before and after it is made. Receivers, mail server, broker and database run on this machine too.
 */
public final class NotifyBenchmark {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int BATCH = 1_000;
    private static final Set<String> ALL =
            new LinkedHashSet<>(List.of("burst", "fanout", "steady", "mails", "dead", "match"));

    private final ApiClient notify;
    private final AlertFeed feed;
    private final Receiver receiver;
    private final SmtpSink mail;
    private final PrintStream out;
    private final String organisation;
    private boolean oneReceiver;

    private NotifyBenchmark(ApiClient notify, AlertFeed feed, Receiver receiver, SmtpSink mail, PrintStream out) {
        this.notify = notify;
        this.feed = feed;
        this.receiver = receiver;
        this.mail = mail;
        this.out = out;
        this.organisation = notify.post("/organisations", Map.of("name", "Benchmark"))
                .path("id")
                .asText();
    }

    /**
     * Runs the measurements and prints their figures.
     *
     * @param arguments which of {@code burst fanout steady mails dead match}, all by default
     */
    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("tocsin-notify-benchmark-");
        try (Receiver receiver = new Receiver();
                SmtpSink mail = new SmtpSink();
                RunningTocsin tocsin = RunningTocsin.start(data.resolve("data"), environment(mail));
                AlertFeed feed = new AlertFeed("127.0.0.1:" + tocsin.settings().kafkaPort(), Clock.systemUTC())) {
            ApiClient notify = tocsin.client(Service.NOTIFY, "admin");
            NotifyBenchmark benchmark = new NotifyBenchmark(notify, feed, receiver, mail, System.out);
            Set<String> wanted = arguments.length == 0 ? ALL : new LinkedHashSet<>(List.of(arguments));
            wanted.forEach(benchmark::run);
        }
    }

    private void run(String measurement) {
        switch (measurement) {
            case "burst" -> burst();
            case "fanout" -> fanOut();
            case "steady" -> steady();
            case "mails" -> mails();
            case "dead" -> deadReceiver();
            case "match" -> manySubscriptions();
            default -> throw new IllegalArgumentException(measurement + " is none of " + ALL);
        }
    }

    private static Map<String, String> environment(SmtpSink mail) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        environment.put("QUARKUS_MAILER_PORT", Integer.toString(mail.port()));
        environment.put("QUARKUS_MAILER_START_TLS", "DISABLED");
        environment.put("QUARKUS_MAILER_LOGIN", "DISABLED");
        environment.put("TOCSIN_EGRESS_ALLOW", "127.0.0.0/8");
        environment.put("TOCSIN_SEEDS_SOURCES", "false");
        return environment;
    }

    private void burst() {
        oneReceiver();
        for (int count : List.of(1_000, 5_000, 10_000)) {
            webhooks("burst of " + count + " to 1 receiver", "BURST", count, 1);
        }
    }

    private void oneReceiver() {
        if (!oneReceiver) {
            oneReceiver = true;
            subscribeWebhooks("BURST", 1, 0);
            webhooks("warm-up, 1 receiver", "BURST", 3_000, 1);
        }
    }

    private void fanOut() {
        subscribeWebhooks("FAN", 500, 1_000);
        webhooks("warm-up, 500 receivers", "FAN", 4, 500);
        webhooks("1 alert to 500 receivers", "FAN", 1, 500);
        webhooks("20 alerts to 500 receivers", "FAN", 20, 500);
    }

    private void webhooks(String name, String category, int alerts, int receivers) {
        receiver.forget();
        feed.forget();
        long begun = System.nanoTime();
        feed.publish(category, alerts);
        await(receiver::count, alerts * receivers);
        long ended = System.nanoTime();
        report(name, receiver.count(), ended - begun);
    }

    /** 500 alerts a second, one receiver, for 20 seconds. */
    private void steady() {
        oneReceiver();
        receiver.forget();
        feed.forget();
        int perSecond = 500;
        int count = perSecond * 20;
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = begun + TimeUnit.SECONDS.toNanos(i) / perSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            feed.publish("BURST");
        }
        await(receiver::count, count);
        report("steady " + perSecond + "/s", receiver.count(), System.nanoTime() - begun);
    }

    private void mails() {
        List<Map<String, Object>> subscriptions = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            subscriptions.add(subscription(
                    "MAIL", Map.of("type", "email", "address", "reader@domain-" + i + ".example"), "mail " + i));
        }
        add(subscriptions);
        mails("mails, warm-up", 2);
        mails("mails to 500 addresses", 10);
    }

    private void mails(String name, int alerts) {
        mail.forget();
        long begun = System.nanoTime();
        feed.publish("MAIL", alerts);
        await(mail::mails, alerts * 500);
        double seconds = (System.nanoTime() - begun) / 1e9;
        out.printf(
                "%s: %d mails, %.0f/s, at most %d connections%n",
                name, mail.mails(), mail.mails() / seconds, mail.mostConnections());
    }

    private void deadReceiver() {
        subscribeWebhooks("ALIVE", 1_000, 10_000);
        webhooks("warm-up, 1,000 receivers", "ALIVE", 2, 1_000);
        webhooks("1,000 receivers, all alive", "ALIVE", 10, 1_000);
        add(List.of(subscription(
                "ALIVE", Map.of("type", "webhook", "url", "http://127.0.0.1:9/dead", "format", "json"), "dead")));
        webhooks("1,000 receivers and a dead one", "ALIVE", 10, 1_000);
    }

    private void manySubscriptions() {
        oneReceiver();
        webhooks("1 alert, 1 receiver, few subscriptions", "BURST", 1, 1);
        List<Map<String, Object>> subscriptions = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            Map<String, Object> one =
                    subscription("OTHER_" + i % 100, Map.of("type", "webhook", "url", receiver.url(i)), "other " + i);
            one.put(
                    "filter",
                    Map.of(
                            "expression",
                            "category = OTHER_" + i + " AND (country = IR OR severity >= 50) AND NOT place = X"));
            subscriptions.add(one);
        }
        add(subscriptions);
        webhooks("warm-up, 10,000 subscriptions more", "BURST", 10, 1);
        for (int i = 0; i < 3; i++) {
            webhooks("1 alert, 1 receiver, 10,000 subscriptions more", "BURST", 1, 1);
        }
        webhooks("100 alerts, 1 receiver, 10,000 subscriptions more", "BURST", 100, 1);
    }

    private void subscribeWebhooks(String category, int count, int first) {
        List<Map<String, Object>> subscriptions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            subscriptions.add(subscription(
                    category, Map.of("type", "webhook", "url", receiver.url(first + i)), category + " " + i));
        }
        add(subscriptions);
    }

    private Map<String, Object> subscription(String category, Map<String, String> channel, String name) {
        Map<String, Object> subscription = new HashMap<>();
        subscription.put("organisation", organisation);
        subscription.put("name", name);
        subscription.put("channel", channel);
        subscription.put("filter", Map.of("categories", List.of(category)));
        subscription.put("confirmed", true);
        return subscription;
    }

    private void add(List<Map<String, Object>> subscriptions) {
        for (int from = 0; from < subscriptions.size(); from += BATCH) {
            List<Map<String, Object>> batch = subscriptions.subList(from, Math.min(subscriptions.size(), from + BATCH));
            int added =
                    notify.post("/subscriptions/import", batch).path("added").asInt();
            if (added != batch.size()) {
                throw new IllegalStateException("only " + added + " of " + batch.size() + " were added");
            }
        }
    }

    private void await(IntSupplier count, int wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (count.getAsInt() < wanted) {
            if (System.nanoTime() > deadline) {
                out.printf("given up: %d of %d arrived%n", count.getAsInt(), wanted);
                return;
            }
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200));
        }
    }

    private void report(String name, int count, long nanos) {
        long[] latencies = receiver.arrivals().stream()
                .filter(arrival -> feed.publishedAt(arrival.alert()) != null)
                .mapToLong(arrival -> arrival.at() - feed.publishedAt(arrival.alert()))
                .sorted()
                .toArray();
        out.printf(
                "%s: %d webhooks in %.0f ms, %.0f/s, published to received p50 %.1f ms, p99 %.1f ms, max %.1f ms,"
                        + " %d repeated%n",
                name,
                count,
                nanos / 1e6,
                count / (nanos / 1e9),
                percentile(latencies, 50),
                percentile(latencies, 99),
                percentile(latencies, 100),
                receiver.repeated());
    }

    private static double percentile(long[] sorted, int percent) {
        if (sorted.length == 0) {
            return -1;
        }
        int index = (int) Math.ceil(sorted.length * percent / 100.0) - 1;
        return sorted[Math.max(0, index)] / 1e6;
    }
}
