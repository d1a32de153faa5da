package org.tocsin.system;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.benchmarks.system.Backlog;
import org.tocsin.benchmarks.system.News;
import org.tocsin.benchmarks.system.RunningTocsin;
import org.tocsin.benchmarks.system.Subscriber;
import org.tocsin.standalone.demo.ApiClient;
import org.tocsin.standalone.demo.ReceivedWebhook;
import org.tocsin.standalone.installation.Service;
import org.tocsin.standalone.process.StartException;
import org.tocsin.standalone.supervision.PartState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Every process is killed once while reports flow; nothing accepted is lost and nothing is told twice. */
class CrashIT {

    private static final int REPORTS = 400;
    private static final News NEWS = new News(3);
    private static final List<String> PARTS =
            List.of("monitor-service", "alert-service", "notify-service", "kafka", "postgres");

    @TempDir
    private Path folder;

    private Subscriber subscriber;
    private RunningTocsin tocsin;

    @BeforeEach
    void start() throws IOException {
        subscriber = Subscriber.open(Clock.systemUTC());
        tocsin = RunningTocsin.start(folder.resolve("data"), subscriber.environment());
        subscriber.subscribe(tocsin, true);
    }

    @AfterEach
    void stop() {
        if (tocsin != null) {
            tocsin.close();
        }
        subscriber.close();
    }

    @Test
    void losesNothingAndRepeatsNothingWhenEachProcessIsKilled() throws Exception {
        AtomicInteger accepted = new AtomicInteger();
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(accepted));
        for (int i = 0; i < PARTS.size(); i++) {
            int share = REPORTS * (i + 1) / (PARTS.size() + 1);
            await().atMost(Duration.ofSeconds(90)).until(() -> accepted.get() >= share);
            tocsin.kill(PARTS.get(i));
            awaitAllUp();
        }
        assertThat(sending).succeedsWithin(Duration.ofSeconds(120));

        try (Backlog backlog = Backlog.of(tocsin)) {
            await().atMost(Duration.ofSeconds(120))
                    .pollInterval(Duration.ofMillis(500))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(backlog.amount().none())
                            .as("%s", backlog.amount())
                            .isTrue());
            everyReportIsInAnAlert();
            everyVersionCameOnce(backlog);
            assertThat(backlog.number("SELECT count(*) FROM monitor.dead_letter")
                            + backlog.number("SELECT count(*) FROM alert.dead_letter")
                            + backlog.number("SELECT count(*) FROM notify.dead_letter"))
                    .as("dead letters")
                    .isZero();
        }
        assertThat(tocsin.output())
                .allSatisfy(line -> assertThat(line).doesNotContain("Exception"))
                .anyMatch(line -> line.contains("kafka has ended with code 137"));
    }

    /** As a partner would who must not lose a report: again and again, until it has been accepted. */
    private void send(AtomicInteger accepted) {
        ApiClient monitor = tocsin.client(Service.MONITOR, "ingest");
        for (int number = 0; number < REPORTS; number++) {
            Map<String, Object> report = NEWS.report(number);
            await().atMost(Duration.ofSeconds(90))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreException(StartException.class)
                    .until(() -> monitor.post("/documents", report).hasNonNull("id"));
            accepted.incrementAndGet();
        }
    }

    private void awaitAllUp() {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> tocsin.parts().stream().allMatch(PartState::up));
    }

    private void everyReportIsInAnAlert() {
        Set<String> owed = IntStream.range(0, REPORTS)
                .filter(NEWS::alerts)
                .mapToObj(News::url)
                .collect(Collectors.toSet());
        Set<String> told = subscriber.receiver().webhooks().stream()
                .flatMap(webhook -> webhook.alert().path("reports").findValuesAsText("url").stream())
                .collect(Collectors.toSet());
        assertThat(told).containsAll(owed);
    }

    private void everyVersionCameOnce(Backlog backlog) throws Exception {
        List<ReceivedWebhook> webhooks = subscriber.receiver().webhooks();
        assertThat(webhooks).allMatch(ReceivedWebhook::verified);
        Map<String, Set<String>> idsOfVersion = webhooks.stream()
                .collect(Collectors.groupingBy(
                        CrashIT::version, Collectors.mapping(ReceivedWebhook::id, Collectors.toSet())));
        assertThat(idsOfVersion.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
        assertThat(idsOfVersion.values().stream().flatMap(Set::stream)).doesNotHaveDuplicates();
        assertThat(backlog.number("SELECT count(*) FROM alert.alert_version")).isEqualTo(idsOfVersion.size());
        // A kill between an answer and its note in the ledger costs one repetition, under the same id.
        assertThat(webhooks.stream().filter(ReceivedWebhook::repeated).count()).isLessThanOrEqualTo(64);
    }

    private static String version(ReceivedWebhook webhook) {
        return webhook.alert().path("id").asText() + " version "
                + webhook.alert().path("version").asText();
    }
}
