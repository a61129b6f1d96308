package org.quitclaim.command;

import org.quitclaim.access.subjects.SubjectsConfiguration;
import org.quitclaim.vault.Vault;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RestController;

/**
 * The command side: import this, and bring a {@link Vault} and an event store. Each capability has a configuration in its
 * own package, which is found there.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CommandSideSettings.class)
@Import(SubjectsConfiguration.class)
@ComponentScan(
        basePackageClasses = CommandSideConfiguration.class,
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.ANNOTATION,
                        classes = {RestController.class, Configuration.class}),
        excludeFilters =
                @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = CommandSideConfiguration.class))
public class CommandSideConfiguration {}
