package org.quitclaim.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the value of an option is read. What is wrong with one is said so that the option's name makes it a sentence. */
final class Arguments {
    private static final String NONE = "needs a value";
    private static final int HIGHEST_PORT = 65_535;

    private Arguments() {}

    /** A name of a file or folder, whether there is one or not. */
    static final class Name implements ITypeConverter<Path> {
        @Override
        public Path convert(String value) {
            // an option that nobody knows is not the value of the one before it
            if (value.isBlank() || value.startsWith("--")) {
                throw new TypeConversionException(NONE);
            }
            return Path.of(value);
        }
    }

    /** A folder, or one that is to be made. */
    static final class Folder implements ITypeConverter<Path> {
        @Override
        public Path convert(String value) {
            Path folder = new Name().convert(value);
            if (Files.isRegularFile(folder)) {
                throw new TypeConversionException("takes a folder, and " + folder + " is a file");
            }
            return folder;
        }
    }

    /** A file that is there. */
    static final class Keys implements ITypeConverter<Path> {
        @Override
        public Path convert(String value) {
            Path file = new Name().convert(value);
            if (!Files.isRegularFile(file)) {
                throw new TypeConversionException("takes a file with keys, and " + file + " is none");
            }
            return file;
        }
    }

    /** A TCP port. */
    static final class Port implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            if (value.isBlank()) {
                throw new TypeConversionException(NONE);
            }
            if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > HIGHEST_PORT) {
                throw new TypeConversionException("takes a number from 0 to " + HIGHEST_PORT);
            }
            return Integer.valueOf(value);
        }
    }
}
