package org.tocsin.platform.service;

/**
 * Which service this is.
 *
 * @param value its schema and the last part of its events' source, for instance {@code alert}
 */
public record ServiceName(String value) {

    /** The CloudEvents source of everything that this service sends. */
    public String eventSource() {
        return "/tocsin/" + value;
    }
}
