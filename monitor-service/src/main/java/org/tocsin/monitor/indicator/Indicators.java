package org.tocsin.monitor.indicator;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/** Finds indicators for those who handle their observations. Joins the running transaction. */
@ApplicationScoped
public class Indicators {

    private final IndicatorRepository indicators;

    Indicators(IndicatorRepository indicators) {
        this.indicators = indicators;
    }

    /** The indicator as it is now, enabled or not. */
    public Optional<Indicator> find(String id) {
        return indicators.find(id);
    }
}
