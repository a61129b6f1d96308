package org.quitclaim.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.eventstore.RefusedStart;
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

    @Test
    void a_server_that_is_away_is_named_without_its_password() {
        assertThatThrownBy(() -> MongoConfiguration.answering(
                        "mongodb://somebody:hidden@127.0.0.1:1/?serverSelectionTimeoutMS=200"))
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining("start.read-models-away")
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageContaining("quitclaim.mongo.uri")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void what_is_no_address_is_said_to_be_none_without_being_shown() {
        assertThatThrownBy(() -> MongoConfiguration.answering("mongo//somebody:hidden"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("quitclaim.mongo.uri takes")
                .hasMessageNotContaining("hidden");
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
