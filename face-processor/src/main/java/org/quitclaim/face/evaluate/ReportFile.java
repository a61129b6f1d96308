package org.quitclaim.face.evaluate;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where the report goes, with the curve beside it as CSV and as an SVG picture.
 *
 * <p><b>Guarantees</b>: {@link #prepare} finds out whether it can be written before an hour of work depends on it; a
 * report that is there already stays until it is replaced.
 */
record ReportFile(Path path) {

    /** Makes the folders above it; leaves no file behind. */
    void prepare() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (Files.isDirectory(path) || folder == null) {
            throw new FileSystemException(path.toString(), null, "it is a folder; name a file");
        }
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        boolean wasThere = Files.exists(path);
        Files.newByteChannel(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .close();
        if (!wasThere) {
            Files.delete(path);
        }
    }

    void write(Measured measured) throws IOException {
        Files.write(path, EvaluationReport.toJson(measured));
        Files.write(beside("csv"), CurveTable.csv(measured.pack(), measured.curves()));
        Files.write(beside("svg"), CurvePicture.svg(measured.pack(), measured.curves()));
    }

    /** The same name with another ending. */
    Path beside(String ending) {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        boolean isTaken = name.endsWith("." + ending);
        return path.resolveSibling((dot > 0 && !isTaken ? name.substring(0, dot) : name) + "." + ending);
    }
}
