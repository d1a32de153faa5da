package org.tocsin.notify.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.tocsin.notify.testing.Api;
import org.tocsin.notify.testing.MailServerPort;
import org.tocsin.notify.testing.ServiceTest;
import org.tocsin.notify.testing.WebhookReceiver.Received;
import org.tocsin.platform.testing.TocsinStack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import static org.assertj.core.api.Assertions.assertThat;

/** The AsyncAPI and OpenAPI documents describe what really arrives, and their examples are true. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
@WithTestResource(MailServerPort.class)
class WebhookDocumentsTest extends ServiceTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @Test
    void everyExampleOfTheAsyncDocumentIsValid() throws IOException {
        JsonNode document = asyncApi();
        int examples = 0;
        for (JsonNode message : document.path("components").path("messages")) {
            for (JsonNode example : message.path("examples")) {
                assertValid(document, message.path("payload"), example.path("payload"));
                examples++;
            }
        }
        assertThat(examples).isGreaterThanOrEqualTo(5);
    }

    @Test
    void whatArrivesIsWhatIsDescribed() throws IOException {
        JsonNode document = asyncApi();
        JsonNode schemas = document.path("components").path("schemas");
        for (Map.Entry<String, String> format : Map.of(
                        "json", "envelope", "cloudevents", "cloudEvent", "cloudevents-binary", "alert")
                .entrySet()) {
            Api.subscribe(Map.of(
                    "organisation",
                    organisation,
                    "channel",
                    Map.of("type", "webhook", "url", receiver.url("/" + format.getKey()), "format", format.getKey()),
                    "filter",
                    onlyThisAlert()));
        }
        alert.publish("opened", 1);
        List<Received> received = receiver.await(3);
        for (Received one : received) {
            String format = one.path().substring(1);
            String schema = format.equals("json") ? "envelope" : format.equals("cloudevents") ? "cloudEvent" : "alert";
            assertThat(schemas.has(schema)).isTrue();
            ObjectNode reference = YAML.createObjectNode().put("$ref", "#/components/schemas/" + schema);
            assertValid(document, reference, YAML.readTree(one.body()));
        }
        RestAssured.get("/asyncapi.yaml").then().statusCode(200);
    }

    @Test
    void theOpenApiDocumentHasAWebhooksSection() throws IOException {
        JsonNode document = new ObjectMapper()
                .readTree(RestAssured.given()
                        .queryParam("format", "json")
                        .get("/q/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
        assertThat(document.path("openapi").asText()).startsWith("3.1");
        JsonNode post = document.path("webhooks").path("alert").path("post");
        assertThat(post.path("parameters")).hasSize(3);
        JsonNode content = post.path("requestBody").path("content").path("application/json");
        assertValid(
                document,
                content.path("schema"),
                content.path("examples").path("opened").path("value"));
    }

    private static JsonNode asyncApi() throws IOException {
        try (InputStream file = WebhookDocumentsTest.class.getResourceAsStream("/META-INF/resources/asyncapi.yaml")) {
            return YAML.readTree(file);
        }
    }

    /** The schema sees the whole document, for its references. */
    private static void assertValid(JsonNode document, JsonNode schema, JsonNode value) {
        ObjectNode whole = document.deepCopy();
        whole.set("allOf", whole.arrayNode().add(schema));
        var errors = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(whole)
                .validate(value);
        assertThat(errors).isEmpty();
    }
}
