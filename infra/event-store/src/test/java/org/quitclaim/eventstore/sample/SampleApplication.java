package org.quitclaim.eventstore.sample;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.lifecycle.Phase;
import org.quitclaim.eventstore.Attribution;
import org.quitclaim.eventstore.StoredTypes;
import org.quitclaim.eventstore.sample.MeterEvent.MeterInstalled;
import org.quitclaim.eventstore.sample.MeterEvent.MeterRead;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A Boot application around the meter, wired as the product is. */
@Configuration
@EnableAutoConfiguration
@Import(MeterAggregate.class)
public class SampleApplication {
    public static final Attribution SOMEBODY =
            new Attribution("system:meter-reader", "SYSTEM", "meter.read", "", "one-visit", "clock");

    @Bean
    StoredTypes storedTypes() {
        return new StoredTypes(List.of(MeterInstalled.class, MeterRead.class, MeterAggregate.class));
    }

    @Bean
    SnapshotTriggerDefinition everyTenEvents(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, 10);
    }

    /** Every command comes from somebody, as in the product. */
    @Bean
    ConfigurerModule onSomebodysWord() {
        return configurer -> configurer.onInitialize(axon -> axon.onStart(
                Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS,
                () -> axon.commandBus()
                        .registerDispatchInterceptor(
                                commands -> (index, command) -> command.andMetaData(SOMEBODY.metaData()))));
    }

    /** Starts it over the given data folder. */
    public static ConfigurableApplicationContext start(Path data, Class<?>... more) {
        return start(data, Map.of(), more);
    }

    public static ConfigurableApplicationContext start(Path data, Map<String, Object> settings, Class<?>... more) {
        Map<String, Object> properties = new HashMap<>(settings);
        properties.put("quitclaim.data", data.toString());
        properties.put("spring.main.banner-mode", "off");
        properties.put("logging.level.root", System.getProperty("log", "OFF"));
        return new SpringApplicationBuilder(SampleApplication.class)
                .sources(more)
                .properties(properties)
                .run();
    }
}
