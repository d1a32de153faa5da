package org.tocsin.alert.category;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/** The categories that this installation knows. Immutable. */
public final class Categories {

    private final Map<String, Category> byCode;

    private Categories(Map<String, Category> byCode) {
        this.byCode = Map.copyOf(byCode);
    }

    /**
     * Reads categories from a properties file; {@code category/categories.properties} explains the keys.
     *
     * @throws IllegalArgumentException when a property is missing or out of range
     */
    public static Categories read(Reader reader) {
        var properties = new Properties();
        try {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var codes = new TreeSet<String>();
        properties.stringPropertyNames().forEach(name -> codes.add(name.substring(0, name.lastIndexOf('.'))));
        var categories = new LinkedHashMap<String, Category>();
        codes.forEach(code -> categories.put(code, category(code, properties)));
        return new Categories(categories);
    }

    public Optional<Category> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /**
     * The category by its code.
     *
     * @throws IllegalArgumentException when it is not known
     */
    public Category get(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("unknown category"));
    }

    public Collection<Category> all() {
        return byCode.values();
    }

    private static Category category(String code, Properties properties) {
        return new Category(
                code,
                required(code, "label", properties),
                required(code, "phrase", properties),
                Category.Shape.valueOf(required(code, "shape", properties)),
                required(code, "family", properties),
                Integer.parseInt(required(code, "base", properties)),
                Integer.parseInt(required(code, "lasting", properties)),
                List.of(required(code, "actions", properties).split("\\s*,\\s*")),
                Duration.ofDays(Integer.parseInt(required(code, "window", properties))));
    }

    private static String required(String code, String key, Properties properties) {
        String value = properties.getProperty(code + "." + key);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("category " + code + " has no " + key);
        }
        return value.strip();
    }
}
