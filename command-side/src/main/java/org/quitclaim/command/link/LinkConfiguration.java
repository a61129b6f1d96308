package org.quitclaim.command.link;

import java.time.Clock;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.SealedCommands;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The links by which a person reaches her page. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LinkSettings.class)
class LinkConfiguration {
    @Bean
    SigningLinks signingLinks(
            SealedCommands sealedCommands,
            Streams streams,
            Installation installation,
            Clock clock,
            LinkSettings settings) {
        return new SigningLinks(sealedCommands, streams, installation, clock, settings);
    }
}
