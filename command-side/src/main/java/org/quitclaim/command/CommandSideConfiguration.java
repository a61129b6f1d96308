package org.quitclaim.command;

import org.quitclaim.access.subjects.SubjectsConfiguration;
import org.quitclaim.command.dispatch.DispatchConfiguration;
import org.quitclaim.command.mail.MailConfiguration;
import org.quitclaim.command.staff.StaffConfiguration;
import org.quitclaim.vault.Vault;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RestController;

/** The command side: import this, and bring a {@link Vault} and an event store. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CommandSideSettings.class)
@Import({
    SubjectsConfiguration.class,
    DispatchConfiguration.class,
    CommandVaultConfiguration.class,
    RecognitionConfiguration.class,
    ConsentConfiguration.class,
    MailConfiguration.class,
    PhotoConfiguration.class,
    CopiesConfiguration.class,
    PublicationConfiguration.class,
    WorkConfiguration.class,
    ErasureConfiguration.class,
    RestoreConfiguration.class,
    RightsConfiguration.class,
    RoomConfiguration.class,
    StaffConfiguration.class
})
@ComponentScan(
        basePackageClasses = CommandSideConfiguration.class,
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = RestController.class))
public class CommandSideConfiguration {}
