package org.quitclaim.command.work;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.Candidate;
import org.quitclaim.domain.photo.PhotoEvent.FaceCompared;
import org.quitclaim.domain.photo.PhotoEvent.FacesSought;
import org.quitclaim.domain.photo.PlacedFace;

/** Who held which face against whom. Kept when the photo goes: as long as its picture is known it was compared before. */
public final class ComparisonRows {
    /** In place of a list's digest, where everybody enrolled was sought. */
    public static final String EVERYBODY = "everybody";

    private final Rows rows;

    ComparisonRows(Rows rows) {
        this.rows = rows;
    }

    /** The same for the same people in whatever order, so that lists are counted and not runs. */
    public static String list(List<Candidate> among) {
        if (among.isEmpty()) {
            return EVERYBODY;
        }
        String people = among.stream()
                .map(one -> one.person().value())
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(people.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void on(FaceCompared e) throws SQLException {
        Box box = e.box();
        rows.run(
                "insert or ignore into comparison values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows.cause().event(),
                e.photo().value(),
                e.face().value(),
                e.person().value(),
                rows.doer().actor(),
                rows.doer().role(),
                box.x(),
                box.y(),
                box.width(),
                box.height(),
                Rows.millis(e.at()));
    }

    void on(FacesSought e) throws SQLException {
        String list = list(e.among());
        for (Candidate one : e.among()) {
            rows.run("insert or ignore into listed values (?, ?)", one.person().value(), list);
        }
        for (PlacedFace face : e.faces()) {
            Box box = face.box();
            rows.run(
                    "insert or ignore into search values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    rows.cause().event(),
                    face.face().value(),
                    e.photo().value(),
                    list,
                    rows.doer().actor(),
                    rows.doer().role(),
                    box.x(),
                    box.y(),
                    box.width(),
                    box.height(),
                    Rows.millis(e.at()));
        }
    }
}
