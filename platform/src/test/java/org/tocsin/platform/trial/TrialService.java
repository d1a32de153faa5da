package org.tocsin.platform.trial;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Settings of the trial service: {@code @TestProfile(TrialService.class)}. */
public class TrialService implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.application.name", "trial-service");
        settings.put("tocsin.service", "trial");
        settings.put("mp.messaging.incoming.trials.connector", "smallrye-kafka");
        settings.put("mp.messaging.incoming.trials.topic", "trials");
        return settings;
    }
}
