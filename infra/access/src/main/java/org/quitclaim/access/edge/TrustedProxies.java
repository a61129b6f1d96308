package org.quitclaim.access.edge;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The machines in front of this one whose word about the sender counts.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
final class TrustedProxies {
    /** Only what is an address in itself; a name would be looked up. */
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final List<Range> ranges;

    private record Range(byte[] network, int bits) {
        boolean has(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** @throws IllegalArgumentException if one is neither an address nor a range */
    TrustedProxies(List<String> written) {
        this.ranges = written.stream().map(TrustedProxies::range).toList();
    }

    boolean contains(String address) {
        return parsed(address)
                .map(InetAddress::getAddress)
                .filter(this::contains)
                .isPresent();
    }

    boolean contains(byte[] address) {
        return ranges.stream().anyMatch(range -> range.has(address));
    }

    /** The sender: the last of those who passed the request on that is no proxy of ours. */
    String sender(String peer, List<String> passedOnFor) {
        String sender = peer;
        for (String next : passedOnFor.reversed()) {
            if (!contains(sender) || parsed(next.strip()).isEmpty()) {
                break;
            }
            sender = next.strip();
        }
        return sender;
    }

    private static Range range(String written) {
        String[] parts = written.strip().split("/", 2);
        byte[] network = parsed(parts[0])
                .orElseThrow(() -> new IllegalArgumentException("quitclaim.trusted-proxies: " + written
                        + " is neither an address nor a range such as 10.0.0.0/8"))
                .getAddress();
        int all = network.length * 8;
        int bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > all) {
            throw new IllegalArgumentException("quitclaim.trusted-proxies: " + written + " is no range");
        }
        return new Range(Arrays.copyOf(network, network.length), bits);
    }

    private static Optional<InetAddress> parsed(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
