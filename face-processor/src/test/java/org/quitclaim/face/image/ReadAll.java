package org.quitclaim.face.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.quitclaim.face.TestData;

/** Reads photos one after the other, in a process that a test gave little memory. */
final class ReadAll {

    private ReadAll() {}

    public static void main(String[] files) throws IOException {
        int read = 0;
        for (String file : files) {
            TestData.read(Files.readAllBytes(Path.of(file)));
            read++;
        }
        System.out.println(read + " read");
    }
}
