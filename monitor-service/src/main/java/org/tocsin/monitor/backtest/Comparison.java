package org.tocsin.monitor.backtest;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.backtest.BacktestLine.Finished;
import org.tocsin.monitor.backtest.BacktestLine.Fired;
import org.tocsin.monitor.backtest.BacktestLine.Item;
import org.tocsin.monitor.backtest.BacktestLine.Outcome;
import org.tocsin.monitor.reading.DocumentReader;
import org.tocsin.monitor.reading.Reading;
import org.tocsin.monitor.rule.RuleTrial;

/** Reads documents with a rule and with its live version, and counts. Of one backtest. */
final class Comparison {

    private final RuleTrial trial;
    private long read;
    private long fires;
    private long newlyFires;
    private long noLongerFires;

    Comparison(RuleTrial trial) {
        this.trial = trial;
    }

    /** A line if at least one of the two fires. */
    Optional<Fired> read(StoredDocument document) {
        read++;
        Reading reading = trial.candidate().read(document.report());
        Outcome candidate = Outcome.of(reading);
        DocumentReader liveReader = trial.live();
        Outcome live = liveReader == null ? null : Outcome.of(liveReader.read(document.report()));
        String type = type(candidate, live);
        if (type == null) {
            return Optional.empty();
        }
        Item item =
                new Item(document.id(), document.url(), document.title(), reading.language(), document.publishedAt());
        return Optional.of(new Fired(type, item, candidate, live));
    }

    private @Nullable String type(Outcome candidate, @Nullable Outcome live) {
        boolean before = live != null && live.fires();
        if (candidate.fires() && before) {
            fires++;
            return "fires";
        }
        if (candidate.fires()) {
            newlyFires++;
            return "newly-fires";
        }
        if (before) {
            noLongerFires++;
            return "no-longer-fires";
        }
        return null;
    }

    long read() {
        return read;
    }

    Finished finished(boolean cancelled) {
        return new Finished("finished", read, fires, newlyFires, noLongerFires, cancelled);
    }
}
