package org.tocsin.platform.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Rows on their way to the broker, and what has become of them. */
final class Shipment {

    private final List<OutboxRow> rows;
    private final CountDownLatch open;
    private final List<OutboxRow> sent = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private int failed;
    private @Nullable Throwable lastFailure;

    Shipment(List<OutboxRow> rows) {
        this.rows = rows;
        this.open = new CountDownLatch(rows.size());
    }

    /** Notes what the broker said to one row; a null failure is an acknowledgement. */
    synchronized void settle(OutboxRow row, @Nullable Throwable failure) {
        if (failure == null) {
            sent.add(row);
        } else if (isHopeless(failure)) {
            refused.add(new Refusal(row, failure.getClass().getSimpleName()));
        } else {
            failed++;
            lastFailure = failure;
        }
        open.countDown();
    }

    /** Notes that this row and all that follow it have not been sent. */
    synchronized void abandonFrom(OutboxRow first, Throwable failure) {
        if (isHopeless(failure)) {
            settle(first, failure);
        } else {
            open.countDown();
            failed++;
        }
        lastFailure = failure;
        for (int next = rows.indexOf(first) + 1; next < rows.size(); next++) {
            failed++;
            open.countDown();
        }
    }

    /** Waits until every row is settled, or the time is over. */
    boolean await(Duration patience) throws InterruptedException {
        return open.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized List<OutboxRow> sent() {
        return List.copyOf(sent);
    }

    /** Rows that the broker will never take. */
    synchronized List<Refusal> refused() {
        return List.copyOf(refused);
    }

    /** How many rows have to be tried again. */
    synchronized int failed() {
        return failed;
    }

    synchronized @Nullable Throwable lastFailure() {
        return lastFailure;
    }

    private static boolean isHopeless(Throwable failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof RecordBatchTooLargeException
                || failure instanceof SerializationException
                || failure instanceof InvalidTopicException;
    }

    /**
     * A row that the broker will never take.
     *
     * @param reason the name of the broker's error
     */
    record Refusal(OutboxRow row, String reason) {}
}
