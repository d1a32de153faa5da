package org.tocsin.platform.egress;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Decides where a request may go: which schemes and ports, and which of a name's addresses. */
final class EgressGuard {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int FIRST_UNPRIVILEGED_PORT = 1024;

    private final List<AddressRange> allowed;
    private final NameResolver resolver;

    EgressGuard(List<AddressRange> allowed, NameResolver resolver) {
        this.allowed = List.copyOf(allowed);
        this.resolver = resolver;
    }

    /** The guard's answer. */
    sealed interface Verdict {

        /** Dial one of these addresses, and no other. */
        record Dial(Target target, List<InetAddress> addresses) implements Verdict {}

        /** Do not dial. */
        record Refuse(String reason) implements Verdict {}

        /** The name has no address. */
        record NoSuchHost() implements Verdict {}
    }

    /**
     * What of a URI matters for dialling.
     *
     * @param host without brackets and without the dot of a fully qualified name
     */
    record Target(boolean tls, String host, int port) {}

    /** Checks the address and resolves its name. Blocks while DNS is asked. */
    Verdict check(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return new Verdict.Refuse("Only http and https addresses are allowed.");
        }
        if (uri.getRawUserInfo() != null) {
            return new Verdict.Refuse("An address must not carry a user name or password.");
        }
        String host = bareHost(uri.getHost());
        if (host == null) {
            return new Verdict.Refuse("The address has no valid host name.");
        }
        boolean tls = scheme.equals("https");
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? HTTPS : HTTP;
        if (port == 0 || port > 0xffff) {
            return new Verdict.Refuse("The address has no valid port.");
        }
        return resolve(new Target(tls, host, port));
    }

    private Verdict resolve(Target target) {
        List<InetAddress> addresses;
        try {
            addresses = resolver.resolve(target.host());
        } catch (UnknownHostException e) {
            return new Verdict.NoSuchHost();
        }
        // One private address among public ones is how a check is slipped past: refuse them all.
        for (InetAddress address : addresses) {
            if (isOpened(address)) {
                continue;
            }
            if (!PublicAddresses.contains(address)) {
                return new Verdict.Refuse("The address leads to a network that is not public.");
            }
            if (isServicePort(target.port())) {
                return new Verdict.Refuse("Of the ports below 1024 only 80 and 443 are allowed.");
            }
        }
        return addresses.isEmpty() ? new Verdict.NoSuchHost() : new Verdict.Dial(target, addresses);
    }

    private boolean isOpened(InetAddress address) {
        return allowed.stream().anyMatch(range -> range.contains(address));
    }

    private static boolean isServicePort(int port) {
        return port < FIRST_UNPRIVILEGED_PORT && port != HTTP && port != HTTPS;
    }

    private static @Nullable String bareHost(@Nullable String host) {
        if (host == null || host.isBlank()) {
            return null;
        }
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        bare = bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
        return bare.isEmpty() || bare.contains("%") ? null : bare;
    }
}
