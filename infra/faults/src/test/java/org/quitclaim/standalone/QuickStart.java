package org.quitclaim.standalone;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * With what Java wrote down about a first child's classes the next ones start in half the time. Whoever cannot use it starts
 * as always.
 *
 * <p><b>Source:</b> JEP 514, which wants a class path of jars only.
 */
record QuickStart(String classPath, Path archive) {

    /** Of nothing yet. */
    static QuickStart in(Path folder) throws IOException {
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                Path jar = folder.resolve("classes-" + jars.size() + ".jar");
                pack(path, jar);
                jars.add(jar.toString());
            } else {
                jars.add(entry);
            }
        }
        return new QuickStart(String.join(File.pathSeparator, jars), folder.resolve("classes.aot"));
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = classes.relativize(file).toString();
                if (!name.equals("META-INF/MANIFEST.MF")) {
                    packed.putNextEntry(new JarEntry(name));
                    Files.copy(file, packed);
                }
            }
        }
    }

    /** For the first child, which writes it down when it is asked to end. */
    String recording() {
        return "-XX:AOTCacheOutput=" + archive;
    }

    /** For those after it. */
    String using() {
        return "-XX:AOTCache=" + archive;
    }
}
