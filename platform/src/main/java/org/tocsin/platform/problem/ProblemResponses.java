package org.tocsin.platform.problem;

import java.util.Map;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/** Says once in a service's OpenAPI document what every error looks like, and that each operation may answer with it. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {

    private static final String NAME = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        Components components = document.getComponents();
        components.addSchema(NAME, problem());
        components.addResponse(NAME, response());
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        document.getPaths().getPathItems().values().forEach(path -> path.getOperations()
                .values()
                .forEach(ProblemResponses::declare));
    }

    /** What an operation says about errors in its own words and with content stays. */
    private static void declare(Operation operation) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        Map<String, APIResponse> declared = operation.getResponses().getAPIResponses();
        if (declared != null) {
            for (Map.Entry<String, APIResponse> response : Map.copyOf(declared).entrySet()) {
                if (isError(response.getKey())
                        && response.getValue().getContent() == null
                        && response.getValue().getRef() == null) {
                    operation.getResponses().addAPIResponse(response.getKey(), reference());
                }
            }
        }
        if (operation.getResponses().getDefaultValue() == null) {
            operation.getResponses().setDefaultValue(reference());
        }
    }

    private static boolean isError(String status) {
        return status.startsWith("4") || status.startsWith("5");
    }

    private static APIResponse reference() {
        return OASFactory.createAPIResponse().ref("#/components/responses/" + NAME);
    }

    private static APIResponse response() {
        Schema schema = OASFactory.createSchema().ref("#/components/schemas/" + NAME);
        return OASFactory.createAPIResponse()
                .description("The request failed, and why (RFC 9457).")
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(schema)));
    }

    private static Schema problem() {
        Schema error = type(SchemaType.OBJECT, "One field that is wrong.")
                .addProperty(
                        "pointer",
                        type(SchemaType.STRING, "JSON pointer into the body, or ?name for a query parameter."))
                .addProperty("detail", type(SchemaType.STRING, "What is wrong with it."));
        return type(SchemaType.OBJECT, "Problem details (RFC 9457).")
                .addProperty("type", type(SchemaType.STRING, "Stable address of the kind of problem."))
                .addProperty("title", type(SchemaType.STRING, "The kind of problem in words."))
                .addProperty("status", type(SchemaType.INTEGER, "The HTTP status."))
                .addProperty("detail", type(SchemaType.STRING, "This problem in words."))
                .addProperty(
                        "errors",
                        type(SchemaType.ARRAY, "Which fields are wrong.").items(error))
                .addRequired("type")
                .addRequired("title")
                .addRequired("status");
    }

    private static Schema type(SchemaType type, String description) {
        return OASFactory.createSchema().addType(type).description(description);
    }
}
