package org.tocsin.alert.fact;

import org.jspecify.annotations.Nullable;

/**
 * Where something happened.
 *
 * @param name as the gazetteer or the text has it
 * @param country ISO 3166-1 alpha-2, if known
 * @param pcode P-code of the first-level division, if known
 */
public record Place(String name, @Nullable String country, @Nullable String pcode) {}
