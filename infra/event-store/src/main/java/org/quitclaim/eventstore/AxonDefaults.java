package org.quitclaim.eventstore;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Settings of Axon that are not for choice: no call to its maker's server, no connector unless it was asked for, no time
 * limit that kills a processor in the middle of its work.
 */
final class AxonDefaults implements EnvironmentPostProcessor {
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean axonServer = "axon-server".equals(environment.getProperty("quitclaim.event-store"));
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "quitclaim-axon",
                        Map.of(
                                "axon.update-check.disabled", true,
                                "axon.axonserver.enabled", axonServer,
                                "axon.timeout.enabled", false)));
        System.setProperty("disable-axoniq-console-message", "true");
    }
}
