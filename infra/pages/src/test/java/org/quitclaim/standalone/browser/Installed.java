package org.quitclaim.standalone.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A browser and the driver of its own version, as installed on this machine. */
record Installed(Path browser, Path driver) {
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

    static Optional<Installed> here() {
        return BROWSERS.stream()
                .flatMap(name -> onThePath(name).stream())
                .findFirst()
                .flatMap(browser -> onThePath("chromedriver").map(driver -> new Installed(browser, driver)));
    }

    static boolean somewhere() {
        return here().isPresent();
    }

    private static Optional<Path> onThePath(String name) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Nothing that talks to its maker, and the same language everywhere. */
    static List<String> arguments() {
        return List.of(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=en");
    }
}
