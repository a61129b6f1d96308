package org.quitclaim.face.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A decoder that is a program of its own, from Debian's packages: what it trips over is not this process.
 *
 * <p><b>Source</b>: ADR 25.
 */
enum OutsideProgram {
    /** The primary picture as PNG, never a thumbnail stored beside it, and never smaller than it is. */
    HEIF("heif-thumbnailer", "heif-thumbnailer", "heif-thumbnailer -p -s 65535 in out.png", "out.png"),
    /** With what is see-through, which the other leaves out; it writes every picture of a file, hence only where there is one. */
    TRANSPARENT_HEIF("heif-convert", "libheif-examples", "heif-convert in out.png", "out.png"),
    /** Red, green, blue and opacity, unpacked. */
    WEBP("dwebp", "webp", "dwebp -quiet -nodither -pam -o out.pam in", "out.pam");

    private static final Path PROGRAMS = Path.of("/usr/bin");

    private final String program;
    private final String debianPackage;
    private final String command;
    private final String result;

    OutsideProgram(String program, String debianPackage, String command, String result) {
        this.program = program;
        this.debianPackage = debianPackage;
        this.command = command;
        this.result = result;
    }

    /** Which of Debian's packages are to be installed; empty where nothing is missing. */
    List<String> missing() {
        return missing(PROGRAMS);
    }

    List<String> missing(Path programs) {
        List<String> packages = new ArrayList<>();
        if (!Files.isExecutable(programs.resolve("bwrap"))) {
            packages.add("bubblewrap");
        }
        if (!Files.isExecutable(programs.resolve(program))) {
            packages.add(debianPackage);
        }
        return packages;
    }

    /**
     * Reads the file from its input and writes the result to its output; what a limit ended (out of memory, killed, out of
     * processor time) says so.
     */
    String script() {
        String otherwise =
                "case $? in 134|137|152) exit " + SealedBox.TOO_MUCH + ";; *) exit " + SealedBox.FAILED + ";; esac";
        return "cat > in && { " + command + " >&2 || " + otherwise + "; } && cat " + result;
    }
}
