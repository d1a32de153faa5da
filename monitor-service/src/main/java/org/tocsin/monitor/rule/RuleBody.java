package org.tocsin.monitor.rule;

import java.io.IOException;
import java.io.InputStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.tocsin.monitor.request.Body;
import org.tocsin.platform.problem.ProblemException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Rules as people send them: in YAML or in JSON, of bounded size. */
@ApplicationScoped
public class RuleBody {

    public static final String YAML = "application/yaml";
    public static final String YAML_BEFORE_RFC_9512 = "application/x-yaml";
    public static final String YAML_TEXT = "text/yaml";

    private static final int RULE_LIMIT = 1_024 * 1_024;

    private final ObjectMapper json;
    private final YAMLMapper yaml = new YAMLMapper();

    RuleBody(ObjectMapper json) {
        this.json = json;
    }

    /** @throws ProblemException 400 when it is not JSON, 413 when it is too long */
    public JsonNode json(InputStream body) {
        return Body.json(json, Body.read(body, RULE_LIMIT), JsonNode.class);
    }

    /** @throws ProblemException 400 when it is not YAML, 413 when it is too long */
    public JsonNode yaml(InputStream body) {
        try {
            return yaml.readTree(Body.read(body, RULE_LIMIT));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw ProblemException.badRequest("The body is not well-formed YAML at line %d.".formatted(line));
        } catch (IOException e) {
            throw ProblemException.badRequest("The body is not well-formed YAML.");
        }
    }

    String yaml(JsonNode definition) throws JsonProcessingException {
        return yaml.writeValueAsString(definition);
    }
}
