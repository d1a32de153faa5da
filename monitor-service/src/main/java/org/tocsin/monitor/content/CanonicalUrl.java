package org.tocsin.monitor.content;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Addresses of web pages: absolute http and https ones, and the form in which two spellings of one are equal. */
public final class CanonicalUrl {

    private static final int LONGEST = 2_000;
    private static final Pattern AUTHORITY = Pattern.compile("(?i)(https?://)([^/?#:]+)(.*)");
    /** Parameters that say where a reader came from, not what is read. */
    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "dclid",
            "msclkid",
            "yclid",
            "igshid",
            "mc_cid",
            "mc_eid",
            "ref",
            "ref_src",
            "cmpid",
            "ns_campaign",
            "ns_source",
            "ns_mchannel",
            "ocid",
            "smid",
            "at_medium",
            "at_campaign",
            "wt_mc",
            "spm",
            "traffic_source",
            "amp");

    private CanonicalUrl() {}

    /** Reads an absolute http or https address with a host, or nothing; blanks and non-ASCII letters are escaped. */
    public static Optional<URI> parse(String raw) {
        String trimmed = raw.strip();
        if (trimmed.isEmpty() || trimmed.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return web(new URI(asciiHost(escape(trimmed))));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Resolves a link against the address of the document it was found in. */
    public static Optional<URI> resolve(URI base, String link) {
        try {
            return web(base.resolve(new URI(escape(link.strip()))));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The same page, spelled one way: host in lower case without {@code www.}, no default port, no fragment, no tracking
     * parameters, no slash at the end, scheme always https.
     */
    public static String of(URI uri) {
        String host = hostOf(uri);
        if (host.startsWith("www.")) {
            host = host.substring(4);
        }
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        int port = uri.getPort();
        String authority = port < 0 || port == 80 || port == 443 ? host : host + ":" + port;
        String query = uri.getRawQuery() == null ? "" : withoutTracking(uri.getRawQuery());
        return "https://" + authority + path + (query.isEmpty() ? "" : "?" + query);
    }

    /** The host of an address that {@link #parse} accepted, in lower case. */
    public static String hostOf(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT);
    }

    private static Optional<URI> web(URI uri) {
        boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        boolean usable = web && uri.getHost() != null && uri.getRawUserInfo() == null;
        return usable ? Optional.of(URI.create(uri.toASCIIString())) : Optional.empty();
    }

    /** Writes an internationalised host name in the form that {@link URI} and the DNS know. */
    private static String asciiHost(String address) {
        Matcher parts = AUTHORITY.matcher(address);
        if (!parts.matches() || parts.group(2).chars().allMatch(c -> c < 0x80)) {
            return address;
        }
        return parts.group(1) + IDN.toASCII(parts.group(2)) + parts.group(3);
    }

    private static String withoutTracking(String query) {
        return Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter))
                .collect(Collectors.joining("&"));
    }

    private static boolean isTracking(String parameter) {
        int end = parameter.indexOf('=');
        String name = (end < 0 ? parameter : parameter.substring(0, end)).toLowerCase(Locale.ROOT);
        return name.startsWith("utm_") || TRACKING.contains(name);
    }

    /** Escapes what {@link URI} refuses and browsers accept, so that addresses as found in the wild can be used. */
    private static String escape(String raw) {
        StringBuilder escaped = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c <= ' ' || c == 0x7F || "\"<>\\^`{|}".indexOf(c) >= 0) {
                escaped.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            } else if (c == '%' && !isEscape(raw, i)) {
                escaped.append("%25");
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static boolean isEscape(String raw, int at) {
        return at + 2 < raw.length()
                && Character.digit(raw.charAt(at + 1), 16) >= 0
                && Character.digit(raw.charAt(at + 2), 16) >= 0;
    }
}
