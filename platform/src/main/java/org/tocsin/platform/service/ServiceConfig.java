package org.tocsin.platform.service;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.smallrye.config.ConfigMapping;

/** What every service must say about itself. */
@ConfigMapping(prefix = "tocsin")
interface ServiceConfig {

    /** Set in each service's application.properties: {@code monitor}, {@code alert}, {@code notify}. */
    String service();

    /** Makes the name known to whoever needs only that. */
    @Singleton
    class Producer {

        @Produces
        @Singleton
        ServiceName name(ServiceConfig config) {
            return new ServiceName(config.service());
        }
    }
}
