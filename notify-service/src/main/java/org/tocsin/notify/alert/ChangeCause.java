package org.tocsin.notify.alert;

import org.jspecify.annotations.Nullable;

/**
 * What made a version of an alert, in parts.
 *
 * @param code what happened, for instance INDEPENDENT_REPORT
 * @param reopened whether it also opened the alert again
 * @param source name of the outlet whose report it was
 * @param note what the person who did it wrote, in their language
 */
public record ChangeCause(String code, boolean reopened, @Nullable String source, @Nullable String note) {}
