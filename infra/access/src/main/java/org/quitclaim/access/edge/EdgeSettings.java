package org.quitclaim.access.edge;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this server stands in its network.
 *
 * @param trustedProxies addresses or ranges ({@code 10.0.0.0/8}) whose {@code X-Forwarded-For} and {@code
 *     X-Forwarded-Proto} are believed; none unless given, and then both headers are ignored
 * @param publicAddress where people reach this server; when it begins with {@code https} every answer is for TLS
 */
@ConfigurationProperties("quitclaim")
record EdgeSettings(
        @DefaultValue List<String> trustedProxies, @Nullable URI publicAddress) {
    boolean isOverTls() {
        return publicAddress != null && "https".equalsIgnoreCase(publicAddress.getScheme());
    }
}
