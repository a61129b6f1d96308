package org.quitclaim.access.edge;

import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.quitclaim.access.problem.Problems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the web server one that no stranger can stop or exhaust; docs/design/edge.md says how. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EdgeSettings.class)
public class EdgeConfiguration {
    /**
     * Of which 64 wait for bodies, 64 for readers, and at most 150 for a turn; those who wait for nobody have the rest, and need
     * a processor rather than a thread.
     */
    static final int THREADS = 320;

    static final int BETWEEN_BYTES_MILLIS = 10_000;
    private static final int BETWEEN_REQUESTS_MILLIS = 60_000;
    static final int HEAD_BYTES = 16 * 1024;
    private static final int PARAMETERS = 200;
    private static final int PARTS = 20;
    private static final int PART_HEAD_BYTES = 2 * 1024;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> edge(
            EdgeSettings settings, ObjectProvider<Problems> problems) {
        TrustedProxies proxies = new TrustedProxies(settings.trustedProxies());
        return factory -> {
            factory.setProtocol(BoundedProtocol.class.getName());
            factory.addEngineValves(new EdgeValve(proxies, settings.isOverTls()));
            factory.addContextCustomizers(context -> {
                context.setUseRelativeRedirects(true);
                context.getParent().getPipeline().addValve(new ContainerRefusals(problems));
            });
            factory.addConnectorCustomizers(connector -> bound(connector, proxies));
        };
    }

    private static void bound(Connector connector, TrustedProxies proxies) {
        connector.setMaxPostSize((int) RequestBody.MOST);
        connector.setMaxParameterCount(PARAMETERS);
        connector.setMaxPartCount(PARTS);
        connector.setMaxPartHeaderSize(PART_HEAD_BYTES);
        // else whoever reads more than ten languages is answered nothing but an error; the head is bounded anyway
        connector.setMaxLocaleCount(HEAD_BYTES);
        if (connector.getProtocolHandler() instanceof BoundedProtocol protocol) {
            protocol.connections().boundless(proxies::contains);
            int most = protocol.connections().most();
            protocol.setMaxConnections(most + most / 20);
            protocol.setConnectionTimeout(BETWEEN_BYTES_MILLIS);
            protocol.setKeepAliveTimeout(BETWEEN_REQUESTS_MILLIS);
            protocol.setMaxHttpRequestHeaderSize(HEAD_BYTES);
            // what the container refuses has no words; behind it the firewall refuses the same with some
            connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
            connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
        }
    }
}
