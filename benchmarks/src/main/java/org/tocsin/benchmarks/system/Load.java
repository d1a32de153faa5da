package org.tocsin.benchmarks.system;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.tocsin.standalone.demo.ApiClient;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Sends reports at a steady rate, in batches of lines, whatever the answers take (within what one sender can do). */
final class Load {

    private static final String NDJSON = "application/x-ndjson";

    private final ApiClient monitor;
    private final News news;
    private final int batch;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Long> acceptedAt = new ConcurrentHashMap<>();
    private int next;

    Load(ApiClient monitor, News news, int batch) {
        this.monitor = monitor;
        this.news = news;
        this.batch = batch;
    }

    /**
     * Sends so many reports.
     *
     * @param perSecond the rate
     * @return reports per second as accepted
     */
    double send(int count, int perSecond) {
        long begun = System.nanoTime();
        int sent = 0;
        while (sent < count) {
            long due = begun + TimeUnit.SECONDS.toNanos(1) * sent / perSecond;
            long wait = due - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
                continue;
            }
            monitor.post("/documents", NDJSON, lines());
            long now = System.nanoTime();
            for (int i = next - batch; i < next; i++) {
                if (news.alerts(i)) {
                    acceptedAt.put(News.url(i), now);
                }
            }
            sent += batch;
        }
        return sent / (Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0);
    }

    private String lines() {
        StringBuilder lines = new StringBuilder();
        try {
            for (int i = 0; i < batch; i++) {
                lines.append(json.writeValueAsString(news.report(next))).append('\n');
                next++;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("reports are plain text", e);
        }
        return lines.toString();
    }

    /** When the alerting reports were accepted, by address, as {@link System#nanoTime()}. */
    Map<String, Long> acceptedAt() {
        return acceptedAt;
    }

    int alertsOwed() {
        return acceptedAt.size();
    }
}
