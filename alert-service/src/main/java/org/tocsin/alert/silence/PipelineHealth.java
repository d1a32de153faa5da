package org.tocsin.alert.silence;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.health.api.Wellness;

/**
 * Tells how the pipeline flows: always up, because restarting the service would mend none of it. The age of the last
 * signal, how far the consumer is behind, and how long the outbox has waited.
 */
@Wellness
class PipelineHealth implements HealthCheck {

    private final Pulse pulse;
    private final MeterRegistry meters;

    PipelineHealth(Pulse pulse, MeterRegistry meters) {
        this.pulse = pulse;
        this.meters = meters;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder health =
                HealthCheckResponse.named("pipeline").up();
        Pulse.Beat beat = pulse.beat();
        if (beat != null) {
            health.withData("lastSignalAt", beat.lastSignalAt().toString())
                    .withData("secondsSinceLastSignal", beat.age().toSeconds())
                    .withData("silent", beat.silent());
            if (beat.usualPause() != null) {
                health.withData("usualPauseSeconds", beat.usualPause().toSeconds());
            }
        }
        measured("kafka.consumer.fetch.manager.records.lag.max", "recordsBehind", health);
        measured("tocsin.outbox.backlog", "outboxRecords", health);
        measured("tocsin.outbox.oldest.age", "outboxOldestSeconds", health);
        return health.build();
    }

    /** The largest of the gauges of this name; they say nothing until they have measured. */
    private void measured(String meter, String name, HealthCheckResponseBuilder health) {
        meters.find(meter).gauges().stream()
                .mapToDouble(Gauge::value)
                .filter(Double::isFinite)
                .max()
                .ifPresent(value -> health.withData(name, Math.round(value)));
    }
}
