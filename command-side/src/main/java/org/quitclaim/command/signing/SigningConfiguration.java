package org.quitclaim.command.signing;

import java.time.Clock;
import org.quitclaim.access.subjects.Vocabulary;
import org.quitclaim.command.consent.Answers;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.mail.ContactMail;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** How she signs. */
@Configuration(proxyBeanMethods = false)
class SigningConfiguration {
    @Bean
    Codes codes(
            Streams streams,
            Commands commands,
            SealedCommands sealedCommands,
            Sealing sealing,
            Vault vault,
            Answers answers,
            ContactMail mail,
            Vocabulary subjects,
            JsonMapper json,
            Clock clock) {
        return new Codes(streams, commands, sealedCommands, sealing, vault, answers, mail, subjects, json, clock);
    }

    @Bean
    WhenCodeIsOverThenForget codeClock(WorkIndex index, Vault vault, Clock clock) {
        return new WhenCodeIsOverThenForget(index, vault, clock);
    }
}
