package org.quitclaim.eventstore;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.stream.Stream;

/** Stands before the name service of every test process: prints foreign names that are looked up, and resolves none. */
public final class RecordedLookups extends InetAddressResolverProvider {
    @Override
    public String name() {
        return "recorded look-ups";
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        InetAddressResolver system = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                if (host.equals("localhost") || host.equals(configuration.lookupLocalHostName())) {
                    return system.lookupByName(host, policy);
                }
                System.out.println("looked up " + host);
                throw new UnknownHostException(host);
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return system.lookupByAddress(address);
            }
        };
    }
}
