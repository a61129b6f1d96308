package org.quitclaim.command.vocabulary;

import org.quitclaim.access.subjects.Vocabulary;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The words for contexts, and who keeps them. */
@Configuration(proxyBeanMethods = false)
class VocabularyConfiguration {
    @Bean
    KeepingContexts keepingContexts(
            Commands commands,
            SealedCommands sealedCommands,
            Streams streams,
            Vocabulary vocabulary,
            Vault vault,
            Installation installation) {
        return new KeepingContexts(commands, sealedCommands, streams, vocabulary, vault, installation);
    }
}
