package org.quitclaim.standalone;

import java.nio.file.Path;
import org.quitclaim.vault.embedded.VaultFolders;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Where a verb that starts no server finds the vault: where a server with the same options and settings would. */
final class Folders {
    private Folders() {}

    static VaultFolders of(Options options) {
        return settings(options).folders(data(options));
    }

    static StandaloneSettings settings(Options options) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addLast(new MapPropertySource("options", Server.settings(options)));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment).bindOrCreate("quitclaim.vault", StandaloneSettings.class);
    }

    static Path data(Options options) {
        return options.path("--data").orElse(Path.of("quitclaim-data"));
    }
}
