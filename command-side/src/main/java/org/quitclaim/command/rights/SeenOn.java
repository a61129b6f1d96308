package org.quitclaim.command.rights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;

/** On which photos a person is, and which faces are linked to them. */
public record SeenOn(WorkIndex index, UpToDate upToDate) {
    private record Sighting(PhotoId photo, FaceId face) {}

    public Map<PhotoId, List<FaceId>> photos(PersonId person) {
        upToDate.await();
        Map<PhotoId, List<FaceId>> photos = new LinkedHashMap<>();
        index.all(
                        "select photo, face from sighting where person = ?",
                        row -> new Sighting(new PhotoId(row.getString(1)), new FaceId(row.getString(2))),
                        person.value())
                .forEach(one -> photos.computeIfAbsent(one.photo(), any -> new ArrayList<>())
                        .add(one.face()));
        return photos;
    }
}
