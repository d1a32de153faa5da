package org.tocsin.notify.intake;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.alert.Band;
import org.tocsin.notify.alert.ChangeKind;
import org.tocsin.notify.delivery.Told;
import org.tocsin.notify.subscription.Channel;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CoolDownTest {

    private static final Instant NOW = Instant.parse("2025-07-14T06:00:00Z");
    private static final CoolDown COOL_DOWN = new CoolDown(Duration.ofMinutes(15), Duration.ZERO);

    @Property
    void onlyAnOrdinaryUpdateOfWhatIsKnownEverWaits(
            @ForAll ChangeKind kind,
            @ForAll boolean urgent,
            @ForAll boolean known,
            @ForAll boolean heard,
            @ForAll Channel.Type channel,
            @ForAll @IntRange(min = -100, max = 10_000) int secondsAgo) {
        Told told = known ? told(heard, secondsAgo) : null;
        Instant earliest = COOL_DOWN.earliest(kind, urgent, told, channel, NOW);
        boolean mayWait = kind == ChangeKind.UPDATED && !urgent && known && heard && channel == Channel.Type.EMAIL;

        assertThat(earliest).isAfterOrEqualTo(NOW).isBeforeOrEqualTo(NOW.plus(Duration.ofMinutes(15)));
        assertThat(earliest.isAfter(NOW)).isEqualTo(mayWait && secondsAgo < 15 * 60);
    }

    @Example
    void theWindowBeginsWithWhatWasSentLast() {
        assertThat(earliest(told(true, 60))).isEqualTo(NOW.plus(Duration.ofMinutes(14)));
        assertThat(earliest(told(true, 15 * 60))).isEqualTo(NOW);
    }

    @Example
    void refusesATimeThatRunsBackwards() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CoolDown(Duration.ofMinutes(-1), Duration.ZERO));
    }

    private static Instant earliest(@Nullable Told told) {
        return COOL_DOWN.earliest(ChangeKind.UPDATED, false, told, Channel.Type.EMAIL, NOW);
    }

    private static Told told(boolean heard, int secondsAgo) {
        return new Told(1, heard, Band.SEVERE, NOW.minusSeconds(secondsAgo));
    }
}
