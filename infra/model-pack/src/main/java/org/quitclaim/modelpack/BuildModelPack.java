package org.quitclaim.modelpack;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The build step: {@code BuildModelPack <module folder> <pack folder>}.
 *
 * <p><b>Guarantees</b>: does nothing when the pack is already there and was written by this very code; otherwise fetches
 * the npm package if need be and writes the pack anew.
 *
 * <p><b>Errors</b>: ends with status 1 and one message that says what is missing and what to do.
 */
public final class BuildModelPack {

    private BuildModelPack() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            build(Path.of(arguments[0]), new PackFolder(Path.of(arguments[1])));
        } catch (IOException e) {
            System.err.println("The face-api model pack cannot be built. " + e.getMessage());
            System.exit(1);
        }
    }

    private static void build(Path module, PackFolder pack) throws IOException, InterruptedException {
        String builder = Sha256.ofClassesOf(BuildModelPack.class);
        if (pack.isWrittenBy(builder)) {
            return;
        }
        Path npmPackage = new NpmPackage(module).fetched();
        pack.write(npmPackage, builder);
        System.out.println("Model pack written to " + pack.folder());
    }
}
