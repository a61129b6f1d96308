package org.quitclaim.face.evaluate;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Knows what comes out of an installation of Quitclaim.
 *
 * <p><b>Guarantees</b>: a data folder, anything within one or linked into one, and whatever bears an id of a person or a photo
 * as its name. Not guaranteed: a photo that was downloaded and renamed looks like any other.
 *
 * <p><b>Source</b>: R31: no benchmark on people's faces without a consent of its own.
 */
final class InstallationsOwn extends SimpleFileVisitor<Path> {

    private static final String HISTORY = "events.db";
    private static final Pattern ID = Pattern.compile("(per|pho)_[a-z2-7]{26}(\\W.*)?");

    /** people/label/portrait. */
    private static final int DEPTH = 3;

    private boolean isFound;

    private InstallationsOwn() {}

    static boolean holds(Path folder) throws IOException {
        InstallationsOwn search = new InstallationsOwn();
        Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), DEPTH, search);
        return search.isFound;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return look(folder);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        return look(file);
    }

    /** What cannot be opened here cannot be measured either. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        return look(file);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
        return FileVisitResult.CONTINUE;
    }

    private FileVisitResult look(Path file) {
        isFound = ID.matcher(String.valueOf(file.getFileName())).matches() || isWithin(file);
        return isFound ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    private static boolean isWithin(Path file) {
        try {
            for (Path folder = file.toRealPath(); folder != null; folder = folder.getParent()) {
                if (Files.exists(folder.resolve(HISTORY))) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }
}
