package org.quitclaim.standalone;

import org.quitclaim.eventstore.DiskSettings;
import org.quitclaim.eventstore.EventStoreProperties;
import org.quitclaim.vault.embedded.VaultFolders;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Where a verb that starts no server finds the vault: where a server with the same options and settings would. */
public final class Folders {
    private Folders() {}

    static VaultFolders of(Options options) {
        return settings(options).folders(options.data());
    }

    static StandaloneSettings settings(Options options) {
        return binder(options).bindOrCreate("quitclaim.vault", StandaloneSettings.class);
    }

    /** What a server with these options keeps free on its disk. */
    static long keptFree(Options options) {
        return binder(options)
                .bindOrCreate("quitclaim.disk", DiskSettings.class)
                .low()
                .toBytes();
    }

    /** Whether a server with these options would keep its events on Axon Server. */
    public static boolean areWithoutEvents(Options options) {
        return binder(options)
                .bind("quitclaim.event-store", EventStoreProperties.Kind.class)
                .map(kind -> kind == EventStoreProperties.Kind.AXON_SERVER)
                .orElse(false);
    }

    /** Whether whatever a server with these options makes lies in its folders: events, screens and keys. */
    static boolean areOnlyHere(Options options) {
        boolean screensElsewhere = binder(options)
                .bind("quitclaim.mongo.uri", String.class)
                .map(uri -> !uri.equals("embedded"))
                .orElse(false);
        return !areWithoutEvents(options)
                && !screensElsewhere
                && settings(options).kekProtection().equals("file");
    }

    private static Binder binder(Options options) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addLast(new MapPropertySource("options", Server.settings(options)));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment);
    }
}
