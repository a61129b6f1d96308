package org.quitclaim.access.login;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** What one sender can choose from freely counts as one address: an IPv4 address, or the first 64 bits of an IPv6 one. */
final class AddressRange {
    private static final int IPV6_BYTES = 16;

    private AddressRange() {}

    static String of(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            // an address in itself, as the container gives it: nothing is looked up
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == IPV6_BYTES
                    ? HexFormat.of().formatHex(Arrays.copyOf(bytes, IPV6_BYTES / 2))
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
