package org.quitclaim.command.mail;

import java.time.Clock;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.organisation.SelfDescription;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.command.work.Duty;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.vault.Vault;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** How links and codes leave. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {
    @Bean
    SealedLetters sealedLetters(Sealing sealing, Vault vault) {
        return new SealedLetters(sealing, vault);
    }

    @Bean
    LinkPlace linkPlace(SelfDescription organisation, Environment environment) {
        return new LinkPlace(organisation, environment);
    }

    @Bean
    ContactMail contactMail(SealedLetters letters, MailSettings settings, JsonMapper json) {
        return new ContactMail(letters, settings, json);
    }

    @Bean
    Duty codeDuty(
            Streams streams,
            Commands commands,
            SealedLetters letters,
            ContactMail contacts,
            LinkPlace place,
            MailSettings settings,
            WorkIndex index,
            Clock clock) {
        return new WhenCodeAskedThenMail(
                streams, commands, letters, contacts, place, new Post(settings, clock), settings, index, clock);
    }

    @Bean
    Duty letterDuty(
            Streams streams,
            Commands commands,
            SealedLetters letters,
            LinkPlace place,
            MailSettings settings,
            Installation installation,
            WorkIndex index,
            JsonMapper json,
            Clock clock) {
        return new WhenLinkIssuedThenMail(
                streams,
                commands,
                letters,
                place,
                new Post(settings, clock),
                settings,
                installation,
                index,
                json,
                clock);
    }
}
