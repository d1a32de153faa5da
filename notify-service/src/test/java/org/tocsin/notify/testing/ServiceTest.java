package org.tocsin.notify.testing;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tocsin.platform.testing.KafkaProbe;

/** What tests over real servers begin and end with. */
public abstract class ServiceTest {

    protected KafkaProbe topic;
    protected MailServer mailServer;
    protected WebhookReceiver receiver;
    /** An alert that no other test has. */
    protected Alerts alert;

    protected UUID organisation;
    /** An e-mail address that no other test has. */
    protected String address;

    @BeforeEach
    void startServers() {
        topic = KafkaProbe.open("alerts");
        mailServer = MailServer.running();
        receiver = WebhookReceiver.start();
        alert = new Alerts(topic);
        organisation = Api.organisation();
        address = "reader-" + UUID.randomUUID() + "@example.org";
    }

    @AfterEach
    void stopServers() {
        topic.close();
        receiver.close();
    }

    /** A filter that wants this test's alert and no other. */
    protected Map<String, Object> onlyThisAlert() {
        return Map.of("categories", List.of(alert.category()));
    }
}
