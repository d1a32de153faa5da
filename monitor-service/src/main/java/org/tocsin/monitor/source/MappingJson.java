package org.tocsin.monitor.source;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.parse.FieldMapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The mapping of an API's fields as it is stored and exported: a JSON object of JSON pointers. */
public final class MappingJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
            .build();

    private MappingJson() {}

    static @Nullable String write(@Nullable FieldMapping mapping) {
        try {
            return mapping == null ? null : JSON.writeValueAsString(mapping);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of strings can always be written", e);
        }
    }

    /** The mapping written before; null for null. */
    public static @Nullable FieldMapping read(@Nullable String json) {
        try {
            return json == null ? null : JSON.readValue(json, FieldMapping.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored mapping is damaged", e);
        }
    }
}
