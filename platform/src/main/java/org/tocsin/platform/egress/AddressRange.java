package org.tocsin.platform.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A range of IPv4 or IPv6 addresses in CIDR notation (RFC 4632, RFC 4291). */
record AddressRange(InetAddress network, int prefixLength) {

    /**
     * Reads for instance {@code 10.0.0.0/8}, {@code fc00::/7}, or one address without a length.
     *
     * @throws IllegalArgumentException with a sentence for the administrator
     */
    static AddressRange parse(String text) {
        String cidr = text.strip();
        int slash = cidr.indexOf('/');
        String address = slash < 0 ? cidr : cidr.substring(0, slash);
        if (!looksLikeAddress(address)) {
            throw new IllegalArgumentException(
                    "'" + cidr + "' is not an address range such as 10.0.0.0/8 or fc00::/7.");
        }
        try {
            InetAddress network = InetAddress.getByName(address);
            int bits = network.getAddress().length * 8;
            int length = slash < 0 ? bits : Integer.parseInt(cidr.substring(slash + 1));
            if (length < 0 || length > bits) {
                throw new IllegalArgumentException("'" + cidr + "' has a length outside 0 to " + bits + ".");
            }
            return new AddressRange(network, length);
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + cidr + "' is not an address range such as 10.0.0.0/8 or fc00::/7.", e);
        }
    }

    /** A name would be resolved by DNS, and a range must not depend on that. */
    private static boolean looksLikeAddress(String address) {
        return address.contains(":") || address.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    }

    boolean contains(InetAddress address) {
        byte[] ours = network.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        int whole = prefixLength / 8;
        for (int i = 0; i < whole; i++) {
            if (ours[i] != theirs[i]) {
                return false;
            }
        }
        int rest = prefixLength % 8;
        return rest == 0 || ((ours[whole] ^ theirs[whole]) & 0xff) >> (8 - rest) == 0;
    }
}
