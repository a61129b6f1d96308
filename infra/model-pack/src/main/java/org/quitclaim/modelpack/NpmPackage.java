package org.quitclaim.modelpack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The npm package that carries the weights, fetched by name as {@code package-lock.json} pins it.
 *
 * <p><b>Errors</b>: {@link #fetched} says so when there is no npm, or when npm fails.
 */
record NpmPackage(Path module) {

    Path fetched() throws IOException, InterruptedException {
        Path folder = module.resolve("node_modules/@vladmandic/face-api");
        if (!Files.isRegularFile(folder.resolve("package.json"))) {
            install();
        }
        return folder;
    }

    private void install() throws IOException, InterruptedException {
        Process npm = start();
        int status = npm.waitFor();
        if (status != 0) {
            throw new IOException("`npm ci` in " + module + " ended with status " + status
                    + ". It needs access to the npm registry once; see its output above.");
        }
    }

    private Process start() throws IOException {
        try {
            return new ProcessBuilder("npm", "ci", "--ignore-scripts", "--prefer-offline", "--loglevel=error")
                    .directory(module.toFile())
                    .inheritIO()
                    .start();
        } catch (IOException e) {
            throw new IOException(
                    "npm was not found. Install Node.js with npm 9 or later (it is only needed to build) and try again.",
                    e);
        }
    }
}
