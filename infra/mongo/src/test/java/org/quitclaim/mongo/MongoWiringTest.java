package org.quitclaim.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.mongo.embedded.EmbeddedMongo;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;

class MongoWiringTest {
    @TempDir
    Path data;

    @EnableAutoConfiguration
    static final class Application {}

    record Row(String id, UUID random, BigDecimal amount) {}

    @Test
    void theTemplateWritesAndTheTwoTokenStoresStandSideBySide() {
        try (ConfigurableApplicationContext application = start()) {
            MongoTemplate template = application.getBean(MongoTemplate.class);
            Row row = new Row("r", UUID.randomUUID(), new BigDecimal("1.50"));
            template.save(row);
            assertThat(template.findById("r", Row.class)).isEqualTo(row);
            assertThat(application.getBean(EmbeddedMongo.class).fresh()).isTrue();
            assertThat(application.getBean(ReadModelTokenStore.class)).isNotNull();
            assertThat(application.getBean(TokenStore.class)).isNotInstanceOf(ReadModelTokenStore.class);
        }
        try (ConfigurableApplicationContext application = start()) {
            assertThat(application.getBean(EmbeddedMongo.class).fresh()).isFalse();
            assertThat(application.getBean(MongoTemplate.class).findById("r", Row.class))
                    .isNotNull();
        }
    }

    @Test
    void anAddressMayNameTheDatabase() {
        assertThat(MongoConfiguration.database("mongodb://models.example/north"))
                .isEqualTo("north");
        assertThat(MongoConfiguration.database("mongodb://models.example")).isEqualTo("quitclaim");
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Application.class)
                .properties(Map.of(
                        "quitclaim.data",
                        data.toString(),
                        "logging.level.root",
                        "OFF",
                        "spring.main.banner-mode",
                        "off"))
                .run();
    }
}
