package org.tocsin.notify.webhook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.tocsin.notify.testing.Api;
import org.tocsin.notify.testing.MailServerPort;
import org.tocsin.notify.testing.ServiceTest;
import org.tocsin.notify.testing.WebhookReceiver.Received;
import org.tocsin.platform.testing.TocsinStack;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import static org.assertj.core.api.Assertions.assertThat;

/** The bodies that receivers can ask for, the signatures and the headers of their own. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
@WithTestResource(MailServerPort.class)
class WebhookFormatsTest extends ServiceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void cloudEventsComeStructured() throws IOException {
        subscribe(Map.of("format", "cloudevents"));
        alert.publish("escalated", 3);

        Received received = receiver.await(1).get(0);
        assertThat(received.header("content-type")).startsWith("application/cloudevents+json");
        JsonNode event = JSON.readTree(received.body());
        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(event.path("id").asText()).isEqualTo(alert.id() + ":3");
        assertThat(event.path("type").asText()).isEqualTo("org.tocsin.alert.escalated.v1");
        assertThat(event.path("data").path("id").asText()).isEqualTo(alert.id().toString());
    }

    @Test
    void cloudEventsComeInBinaryMode() throws IOException {
        subscribe(Map.of("format", "cloudevents-binary"));
        alert.publish("opened", 1);

        Received received = receiver.await(1).get(0);
        assertThat(received.header("content-type")).isEqualTo("application/json");
        assertThat(received.header("ce-specversion")).isEqualTo("1.0");
        assertThat(received.header("ce-id")).isEqualTo(alert.id() + ":1");
        assertThat(received.header("ce-type")).isEqualTo("org.tocsin.alert.opened.v1");
        assertThat(JSON.readTree(received.body()).path("category").asText()).isEqualTo(alert.category());
    }

    @Test
    void capSaysWhatKindOfMessageItIs() throws Exception {
        subscribe(Map.of("format", "cap"));
        alert.publish("opened", 1);
        alert.publish("escalated", 2);
        alert.publish("retracted", 3);

        List<Received> received = receiver.await(3);
        assertThat(received.get(0).header("content-type")).isEqualTo("application/cap+xml");
        assertThat(text(received.get(0), "msgType")).isEqualTo("Alert");
        assertThat(text(received.get(1), "msgType")).isEqualTo("Update");
        assertThat(text(received.get(1), "references")).contains(text(received.get(0), "identifier"));
        assertThat(text(received.get(1), "severity")).isEqualTo("Extreme");
        assertThat(text(received.get(2), "msgType")).isEqualTo("Cancel");
        assertThat(text(received.get(2), "sent")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d-00:00");
    }

    @Test
    void bothKindsOfSignatureVerify() throws Exception {
        JsonPath webhook = subscribe(Map.of("signatures", List.of("v1", "v1a")));
        String id = webhook.getString("id");
        alert.publish("opened", 1);

        Received received = receiver.await(1).get(0);
        String[] signatures = received.header("webhook-signature").split(" ");
        assertThat(signatures).hasSize(2);
        String key = Api.admin().get("/api/v1/subscriptions/" + id).jsonPath().getString("channel.publicKeys[0]");
        assertThat(key).startsWith("whpk_");
        assertThat(verifies(key, received, signatures[1])).isTrue();
        Received tampered = new Received(received.path(), received.headers(), "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(verifies(key, tampered, signatures[1])).isFalse();

        String coordinate = Api.admin()
                .get("/api/v1/subscriptions/" + id + "/keys")
                .then()
                .statusCode(200)
                .body("keys[0].crv", Matchers.equalTo("Ed25519"))
                .extract()
                .path("keys[0].x");
        assertThat(Base64.getUrlDecoder().decode(coordinate))
                .isEqualTo(Base64.getDecoder().decode(key.substring("whpk_".length())));
    }

    @Test
    void bothKeysSignDuringARotation() throws Exception {
        String id = subscribe(Map.of("signatures", List.of("v1a"))).getString("id");
        Api.admin().post("/api/v1/subscriptions/" + id + "/secret").then().statusCode(200);
        alert.publish("opened", 1);

        Received received = receiver.await(1).get(0);
        List<String> keys =
                Api.admin().get("/api/v1/subscriptions/" + id).jsonPath().getList("channel.publicKeys");
        String[] signatures = received.header("webhook-signature").split(" ");
        assertThat(keys).hasSize(2);
        assertThat(signatures).hasSize(2);
        assertThat(verifies(keys.get(0), received, signatures[0])).isTrue();
        assertThat(verifies(keys.get(1), received, signatures[1])).isTrue();
    }

    @Test
    void headersOfTheReceiverAreSentAndNeverShown() {
        String secret = "Bearer " + UUID.randomUUID();
        JsonPath webhook = subscribe(Map.of("headers", Map.of("Authorization", secret, "X-Team", "desk")));
        String id = webhook.getString("id");
        assertThat(webhook.getList("channel.headerNames")).isEqualTo(List.of("authorization", "x-team"));
        alert.publish("opened", 1);
        assertThat(receiver.await(1).get(0).header("authorization")).isEqualTo(secret);
        assertThat(Api.admin().get("/api/v1/subscriptions/" + id).asString()).doesNotContain(secret);
        assertThat(Api.admin().get("/api/v1/audit?subject=" + id).asString())
                .contains("ADDED")
                .doesNotContain(secret);

        change(id, Map.of());
        assertThat(headerNames(id)).isEqualTo(List.of("authorization", "x-team"));
        change(id, Map.of("headers", Map.of()));
        assertThat(headerNames(id)).isNull();
    }

    @Test
    void badOptionsAreToldByField() {
        Map<String, Object> channel = new HashMap<>(Map.of(
                "type",
                "webhook",
                "url",
                receiver.url("/hook"),
                "format",
                "yaml",
                "signatures",
                List.of("v9"),
                "headers",
                Map.of("Host", "evil", "bad name", "x", "X-Line", "a\r\nb"),
                "clientCertificate",
                Map.of("certificate", "no", "key", "no")));
        List<String> pointers = Api.admin()
                .body(Map.of("organisation", organisation, "channel", channel))
                .post("/api/v1/subscriptions")
                .then()
                .statusCode(422)
                .extract()
                .path("errors.pointer");
        assertThat(pointers)
                .contains(
                        "/channel/format",
                        "/channel/signatures/0",
                        "/channel/headers/Host",
                        "/channel/headers",
                        "/channel/headers/X-Line",
                        "/channel/clientCertificate");
    }

    private JsonPath subscribe(Map<String, Object> options) {
        return Api.subscribe(body(options));
    }

    private Map<String, Object> body(Map<String, Object> options) {
        Map<String, Object> channel = new HashMap<>(options);
        channel.put("type", "webhook");
        channel.put("url", receiver.url("/hook"));
        return Map.of("organisation", organisation, "channel", channel, "filter", onlyThisAlert());
    }

    private void change(String id, Map<String, Object> options) {
        Api.admin()
                .body(body(options))
                .put("/api/v1/subscriptions/" + id)
                .then()
                .statusCode(200);
    }

    private static List<String> headerNames(String id) {
        return Api.admin().get("/api/v1/subscriptions/" + id).jsonPath().getList("channel.headerNames");
    }

    private static String text(Received received, String element)
            throws ParserConfigurationException, IOException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(received.body()));
        return document.getElementsByTagNameNS("urn:oasis:names:tc:emergency:cap:1.2", element)
                .item(0)
                .getTextContent();
    }

    /** By the JDK alone, as a receiver with no library would. */
    private static boolean verifies(String publicKey, Received received, String signature) throws Exception {
        byte[] raw = Base64.getDecoder().decode(publicKey.substring("whpk_".length()));
        byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
        byte[] encoded = Arrays.copyOf(prefix, prefix.length + raw.length);
        System.arraycopy(raw, 0, encoded, prefix.length, raw.length);
        PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(key);
        verifier.update((received.id() + "." + received.header("webhook-timestamp") + "." + received.text())
                .getBytes(StandardCharsets.UTF_8));
        return signature.startsWith("v1a,")
                && verifier.verify(Base64.getDecoder().decode(signature.substring("v1a,".length())));
    }
}
