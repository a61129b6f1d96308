package org.quitclaim.command.photo;

import java.util.List;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.face.image.FileWords;
import org.quitclaim.face.image.FileWords.NamedPlace;

/** What the file of a photo said beside its picture, as it is sealed. */
public record SaidInFile(PhotoId photo, FileWords words) {
    /** The names in it that may mean whoever has this one. */
    public List<String> namesLike(String name) {
        NameParts parts = NameParts.of(name);
        return SealedWords.names(words)
                .filter(one -> NameParts.of(one).isAlike(parts))
                .distinct()
                .toList();
    }

    /** Where it says that whoever has this name is. */
    public List<Box> placesOf(String name) {
        NameParts parts = NameParts.of(name);
        return words.places().stream()
                .filter(place -> NameParts.of(place.name()).isAlike(parts))
                .map(NamedPlace::box)
                .toList();
    }
}
