package org.tocsin.monitor.source;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a source sends. {@link #AUTO} looks at each answer and knows all but {@link #HTML} and {@link #JSON}. */
public enum SourceFormat {
    @JsonProperty("auto")
    AUTO,
    /** RSS of any version, RDF and CDF among them. */
    @JsonProperty("rss")
    RSS,
    @JsonProperty("atom")
    ATOM,
    @JsonProperty("jsonfeed")
    JSONFEED,
    /** Alerts of the Common Alerting Protocol, or a feed whose entries link to them. */
    @JsonProperty("cap")
    CAP,
    /** A sitemap, best one with news, or an index of sitemaps. */
    @JsonProperty("sitemap")
    SITEMAP,
    /** A web page with links to reports. */
    @JsonProperty("html")
    HTML,
    /** The answer of an API, by a mapping of its fields. */
    @JsonProperty("json")
    JSON
}
