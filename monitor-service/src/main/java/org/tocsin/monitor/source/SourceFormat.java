package org.tocsin.monitor.source;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a source sends. {@link #AUTO} looks at each answer. */
public enum SourceFormat {
    @JsonProperty("auto")
    AUTO,
    @JsonProperty("rss")
    RSS,
    @JsonProperty("atom")
    ATOM,
    @JsonProperty("jsonfeed")
    JSONFEED
}
