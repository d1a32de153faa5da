package org.tocsin.alert.copy;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.tocsin.alert.text.CanonicalText;
import org.tocsin.alert.text.Hashing;

/**
 * What is kept of a text to recognise its copies.
 *
 * @param documentId whose text it is
 * @param address hash of the canonical address, 0 if there is none
 * @param title hash of the canonical title
 * @param shingles sorted hashes of the word triples
 * @param numbers sorted hashes of the numbers in the text: an edited copy keeps them, a template used again does not
 * @param eventAt when it was published
 */
public record Fingerprint(UUID documentId, long address, long title, int[] shingles, int[] numbers, Instant eventAt) {

    /** Parameters that say where a reader came from and not what is read. */
    private static final List<String> TRACKING = List.of(
            "utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "ref", "ref_src", "cmp", "ocid", "at_", "src", "igshid");

    /** Fingerprint of a document; the address may be null. */
    public static Fingerprint of(UUID documentId, @Nullable String url, String title, String text, Instant eventAt) {
        List<String> words = CanonicalText.words(text);
        int[] numbers = words.stream()
                .filter(word -> Character.isDigit(word.charAt(0)))
                .mapToInt(word -> (int) (Hashing.of(word) >>> 32))
                .toArray();
        return new Fingerprint(
                documentId,
                url == null ? 0 : address(url),
                Hashing.of(String.join(" ", CanonicalText.words(title))),
                Shingles.of(words),
                Shingles.distinct(numbers),
                eventAt);
    }

    /** Hashes by which likely copies are found in an index. */
    public Integer[] bands() {
        return shingles.length == 0 ? new Integer[0] : MinHash.bands(MinHash.signature(shingles));
    }

    /** Shared part of all shingles, 0 to 1. */
    double jaccard(Fingerprint other) {
        int shared = Shingles.shared(shingles, other.shingles);
        int union = shingles.length + other.shingles.length - shared;
        return union == 0 ? 0 : (double) shared / union;
    }

    /** How much of the shorter text is in the longer one, 0 to 1. */
    double containment(Fingerprint other) {
        int shorter = Math.min(shingles.length, other.shingles.length);
        return shorter == 0 ? 0 : (double) Shingles.shared(shingles, other.shingles) / shorter;
    }

    /** Numbers that are in this text and not in the other. */
    int ownNumbers(Fingerprint other) {
        return numbers.length - Shingles.shared(numbers, other.numbers);
    }

    Duration gap(Fingerprint other) {
        return Duration.between(eventAt, other.eventAt).abs();
    }

    /** Hash of the address without scheme, "www.", tracking parameters, fragment and trailing slash. */
    static long address(String url) {
        try {
            var uri = new URI(url.strip());
            if (uri.getHost() == null) {
                return Hashing.of(url.strip());
            }
            String host = uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^(?:www|m|amp)\\.", "");
            String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("(?:/amp)?/*$", "");
            String query = uri.getRawQuery() == null
                    ? ""
                    : Stream.of(uri.getRawQuery().split("&"))
                            .filter(parameter -> TRACKING.stream().noneMatch(parameter::startsWith))
                            .sorted()
                            .collect(Collectors.joining("&"));
            return Hashing.of(host + path + "?" + query);
        } catch (URISyntaxException e) {
            return Hashing.of(url.strip());
        }
    }
}
