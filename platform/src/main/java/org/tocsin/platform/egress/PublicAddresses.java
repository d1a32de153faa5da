package org.tocsin.platform.egress;

import java.net.InetAddress;
import java.util.List;

/**
 * Tells public addresses from all others by IANA's special-purpose registries (RFC 6890 and its updates). Forms of IPv6
 * that carry an IPv4 address (NAT64, 6to4, Teredo) are refused whole: no public feed or receiver needs them, and each
 * is a way around the check of the address inside. IPv4-mapped addresses never reach this class, since the JDK turns
 * them into IPv4.
 */
final class PublicAddresses {

    private static final List<AddressRange> SPECIAL = List.of(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // carrier-grade NAT
                    "127.0.0.0/8", // loopback
                    "169.254.0.0/16", // link-local; cloud metadata lives here
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocol assignments
                    "192.0.2.0/24", // documentation
                    "192.31.196.0/24", // AS112
                    "192.52.193.0/24", // AMT
                    "192.88.99.0/24", // 6to4 relays
                    "192.168.0.0/16", // private
                    "192.175.48.0/24", // AS112
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4", // reserved, broadcast
                    "::/96", // unspecified, loopback, IPv4-compatible
                    "::ffff:0:0:0/96", // IPv4-translated
                    "64:ff9b::/96", // NAT64
                    "64:ff9b:1::/48", // local NAT64
                    "100::/64", // discard
                    "2001::/23", // protocol assignments, Teredo
                    "2001:db8::/32", // documentation
                    "2002::/16", // 6to4
                    "3fff::/20", // documentation
                    "5f00::/16", // segment routing
                    "fc00::/7", // unique local
                    "fe80::/10", // link-local
                    "fec0::/10", // site-local
                    "ff00::/8") // multicast
            .stream()
            .map(AddressRange::parse)
            .toList();

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        return SPECIAL.stream().noneMatch(range -> range.contains(address));
    }
}
