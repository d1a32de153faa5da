package org.tocsin.alert.output;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.tocsin.alert.geo.Atlas;

/** Reads the bundled points once. */
@Singleton
class Maps {

    @Produces
    @Singleton
    Atlas atlas() {
        return Atlas.bundled();
    }
}
