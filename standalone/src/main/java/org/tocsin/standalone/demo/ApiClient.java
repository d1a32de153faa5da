package org.tocsin.standalone.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.tocsin.standalone.process.StartException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A small client of the public REST API, as any script would have. */
public final class ApiClient {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int REDIRECTION = 300;

    private final String base;
    private final String token;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    /**
     * For one service.
     *
     * @param base such as {@code http://127.0.0.1:8081}
     */
    public ApiClient(String base, String token) {
        this.base = base + "/api/v1";
        this.token = token;
    }

    /**
     * Posts JSON.
     *
     * @throws StartException when the answer is not a success
     */
    public JsonNode post(String path, Object body) {
        try {
            return send(request(path)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                    .build());
        } catch (IOException e) {
            throw new IllegalArgumentException("the request cannot be written as JSON", e);
        }
    }

    /**
     * Posts any text.
     *
     * @throws StartException when the answer is not a success
     */
    public JsonNode post(String path, String type, String body) {
        return send(request(path)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /**
     * Gets JSON.
     *
     * @throws StartException when the answer is not a success
     */
    public JsonNode get(String path) {
        return send(request(path).GET().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .timeout(LIMIT);
    }

    private JsonNode send(HttpRequest request) {
        String what = request.method() + " " + request.uri().getPath();
        try {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() >= REDIRECTION) {
                throw new StartException(what + " was answered with " + answer.statusCode() + ": "
                        + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new StartException(what + " was not answered: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException(what + " was interrupted.", e);
        }
    }
}
