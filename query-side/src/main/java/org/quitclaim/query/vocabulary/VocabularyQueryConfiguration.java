package org.quitclaim.query.vocabulary;

import org.quitclaim.access.subjects.Vocabulary;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of contexts. */
@Configuration(proxyBeanMethods = false)
public class VocabularyQueryConfiguration {
    @Bean
    ContextQueries contextQueries(Vocabulary vocabulary) {
        return new ContextQueries(vocabulary);
    }
}
