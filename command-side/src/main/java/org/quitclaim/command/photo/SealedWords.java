package org.quitclaim.command.photo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.quitclaim.command.consent.Identity;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.Draft;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.collection.CollectionState;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.PhotoCommand.KeepFileWords;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.face.image.FileWords;
import org.quitclaim.face.image.FileWords.NamedPlace;
import org.quitclaim.face.image.PhotoReader;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.BlindIndex;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.Opening;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the files of photos said beside their pictures: sealed apart, each under a key of its own, so that it can go while the
 * photo stays and is gone from backups with it.
 *
 * <p><b>Guarantees:</b> who is named is found again by keyed digests of the words of names, which go with the record. What goes
 * goes whole: half of it might still say who was meant.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class SealedWords {
    private static final PhotoReader READER = new PhotoReader();
    private static final Accessor TASK = new Accessor.SystemTask("file-words");
    private static final int AT_ONCE = 200;

    private final Commands commands;
    private final Streams streams;
    private final Sealing sealing;
    private final Vault vault;
    private final FileWordsSettings settings;
    private final JsonMapper json;

    public SealedWords(
            Commands commands,
            Streams streams,
            Sealing sealing,
            Vault vault,
            FileWordsSettings settings,
            JsonMapper json) {
        this.commands = commands;
        this.streams = streams;
        this.sealing = sealing;
        this.vault = vault;
        this.settings = settings;
        this.json = json;
    }

    private static KeyRef key(PhotoId photo) {
        return KeyRef.first(photo, KeyScope.EDITORIAL);
    }

    /** Seals what the file of a photo says, as far as it is wanted here. */
    void keep(PhotoId photo, byte[] file, CollectionState.Open collection, Origin origin) {
        FileWords words = wanted(READER.words(file), collection, origin);
        if (words.equals(FileWords.NONE)) {
            return;
        }
        try (Draft draft = sealing.draft()) {
            RecordId record = draft.seal(
                    key(photo),
                    RecordKinds.FILE_WORDS,
                    Plaintext.of(json.writeValueAsString(new SaidInFile(photo, words))),
                    indexes(words));
            draft.named(() -> commands.send(
                    new KeepFileWords(
                            photo, record, words.places().size(), words.people().size()),
                    origin));
        }
    }

    /** Who made a picture is a proposal to the shoot, so it is kept only where its own photographer brings it. */
    private FileWords wanted(FileWords all, CollectionState.Open collection, Origin origin) {
        boolean isByItsPhotographer =
                collection.photographers().stream().anyMatch(one -> one.value().equals(origin.actor()));
        return new FileWords(
                settings.people() ? all.places() : List.of(),
                settings.people() ? all.people() : List.of(),
                isByItsPhotographer ? all.creator() : null,
                isByItsPhotographer ? all.credit() : null,
                isByItsPhotographer ? all.copyright() : null,
                settings.location() ? all.spot() : null);
    }

    static Stream<String> names(FileWords words) {
        return Stream.concat(words.places().stream().map(NamedPlace::name), words.people().stream())
                .filter(name -> !name.isEmpty());
    }

    private List<BlindIndex> indexes(FileWords words) {
        return names(words)
                .flatMap(name -> NameParts.of(name).words().stream())
                .distinct()
                .map(this::index)
                .toList();
    }

    private BlindIndex index(String word) {
        return vault.secrets().blindIndex(RecordKinds.FILE_WORDS, word.getBytes(StandardCharsets.UTF_8));
    }

    /** What is still here of it. */
    public Optional<FileWords> of(PhotoId photo, AccessReason reason) {
        try {
            return opened(vault.sealedUnder(key(photo)), reason).stream()
                    .map(SaidInFile::words)
                    .findFirst();
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    private List<SaidInFile> opened(List<RecordId> records, AccessReason reason) throws VaultException {
        List<SaidInFile> said = new ArrayList<>();
        for (int from = 0; from < records.size(); from += AT_ONCE) {
            vault.openAll(records.subList(from, Math.min(records.size(), from + AT_ONCE)), reason)
                    .values()
                    .forEach(opening -> {
                        if (opening instanceof Opening.Opened one) {
                            said.add(json.readValue(one.content().text(), SaidInFile.class));
                            one.content().wipe();
                        }
                    });
        }
        return said;
    }

    /** Destroys it, here and in backups. Gone already is fine. */
    public void forget(PhotoId photo) {
        try {
            if (vault.state(key(photo))
                    .filter(state -> state != KeyState.DESTROYED)
                    .isPresent()) {
                vault.shred(key(photo));
            }
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    /** Destroys whatever names this person, or may, on whichever photo. One whose name does not open names nobody. */
    public void forgetNamesOf(PersonId person, String caseRef) {
        AccessReason reason = new AccessReason(TASK, "SYSTEM", AccessPurpose.ERASURE, caseRef);
        name(person, reason).ifPresent(name -> photosNaming(name, reason).forEach(this::forget));
    }

    private Optional<NameParts> name(PersonId person, AccessReason reason) {
        return streams.consent(person) instanceof Known known
                ? Optional.ofNullable(names(List.of(known.identity()), reason).getFirst())
                : Optional.empty();
    }

    private Set<PhotoId> photosNaming(NameParts name, AccessReason reason) {
        try {
            Set<RecordId> candidates = new LinkedHashSet<>();
            for (String word : name.words()) {
                candidates.addAll(vault.findByBlindIndex(RecordKinds.FILE_WORDS, index(word)));
            }
            Set<PhotoId> photos = new LinkedHashSet<>();
            for (SaidInFile said : opened(List.copyOf(candidates), reason)) {
                if (names(said.words()).map(NameParts::of).anyMatch(name::isAlike)) {
                    photos.add(said.photo());
                }
            }
            return photos;
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    /** Those of these people who may be meant by a name; nobody who is erased, restricted or asked to be erased. */
    NamedPeople among(Set<PersonId> people, String caseRef) {
        AccessReason reason = new AccessReason(TASK, "SYSTEM", AccessPurpose.INDEXING, caseRef);
        List<Known> known = people.stream()
                .flatMap(person -> streams.consent(person) instanceof Known one ? Stream.of(one) : Stream.empty())
                .filter(one -> !one.erasureRequested() && !one.standsStill())
                .toList();
        List<NameParts> names = names(known.stream().map(Known::identity).toList(), reason);
        NamedPeople named = new NamedPeople();
        for (int i = 0; i < known.size(); i++) {
            named.put(known.get(i).id(), names.get(i));
        }
        return named;
    }

    private List<NameParts> names(List<RecordId> identities, AccessReason reason) {
        List<NameParts> names = new ArrayList<>();
        try {
            for (int from = 0; from < identities.size(); from += AT_ONCE) {
                List<RecordId> some = identities.subList(from, Math.min(identities.size(), from + AT_ONCE));
                var openings = vault.openAll(some, reason);
                some.forEach(one -> names.add(name(Objects.requireNonNull(openings.get(one)))));
            }
            return names;
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    private NameParts name(Opening opening) {
        if (opening instanceof Opening.Opened opened) {
            String name =
                    json.readValue(opened.content().text(), Identity.class).name();
            opened.content().wipe();
            return NameParts.of(name);
        }
        return NameParts.of("");
    }
}
