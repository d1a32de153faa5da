package org.tocsin.platform.token;

import java.util.Set;

/** The roles that a token can carry in its {@code groups} claim. */
public final class Roles {

    /** Everything. */
    public static final String ADMIN = "admin";
    /** Changes rules and alerts. */
    public static final String EDITOR = "editor";
    /** Posts documents and observations. */
    public static final String INGEST = "ingest";
    /** Reads. */
    public static final String READER = "reader";
    /** Manages the subscriptions of its own organisation, named by the {@code org} claim. */
    public static final String PARTNER = "partner";

    /** Every role there is. */
    public static final Set<String> ALL = Set.of(ADMIN, EDITOR, INGEST, READER, PARTNER);

    private Roles() {}
}
