package org.tocsin.monitor.article;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A report as its page shows it.
 *
 * @param title in one line, without the name of the publisher where the page says so; may be empty
 * @param text one line per paragraph, not blank
 * @param publishedAt as the page says, unchecked, or null
 */
public record Article(String title, String text, @Nullable Instant publishedAt) {}
