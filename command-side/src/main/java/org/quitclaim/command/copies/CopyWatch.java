package org.quitclaim.command.copies;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.work.ForEach;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.consent.ConsentEvent.ConsentWithdrawn;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Grant;
import org.quitclaim.domain.consent.Outlook;
import org.quitclaim.domain.consent.Purpose;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.Copies;
import org.quitclaim.domain.photo.FaceStanding;
import org.quitclaim.domain.photo.MarkedFace;
import org.quitclaim.domain.photo.PhotoCommand.ProposeCopy;
import org.quitclaim.domain.photo.PhotoCommand.SettleCopy;
import org.quitclaim.domain.photo.PhotoRejection;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.eventstore.StreamDamaged;
import org.quitclaim.face.copies.PictureDigest;

/**
 * Lets copies follow what is said on the photo that they are copies of.
 *
 * <p><b>Guarantees:</b> once somebody says no it is carried to every photo of the same pixels and to every one that a human
 * called a copy, as a link to the same person, with everything that follows from one: what is live of it comes down. It does
 * not matter whether she says it before or after she is linked. A place where a no was undone may not be shown on a copy
 * either, at once where the pixels are the same. At an
 * upload nobody is linked: a picture on which somebody said no before, and a photo that only looks alike, is amber for new
 * releases until a human has settled it. A yes is never carried: whoever is linked by a copy has to be looked at before
 * anything is released.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class CopyWatch {
    /** A picture that looks like more than these is like anything. */
    private static final int MOST_PROPOSED = 20;

    private final Commands commands;
    private final Streams streams;
    private final KnownPictures pictures;
    private final CopyPairs pairs;
    private final CopiedMarks marks;
    private final UndonePlaces undone;
    private final WorkIndex index;
    private final UpToDate upToDate;
    private final CopiesSettings settings;

    public CopyWatch(
            Commands commands,
            Streams streams,
            KnownPictures pictures,
            CopyPairs pairs,
            WorkIndex index,
            UpToDate upToDate,
            CopiesSettings settings) {
        this.commands = commands;
        this.streams = streams;
        this.pictures = pictures;
        this.pairs = pairs;
        this.marks = new CopiedMarks(commands, streams);
        this.undone = new UndonePlaces(commands, streams);
        this.index = index;
        this.upToDate = upToDate;
        this.settings = settings;
    }

    /** Photos that are here and look like it, without those of the same pixels; the most alike first. */
    public List<PhotoId> alike(PictureDigest digest) {
        return pictures.alike(digest, MOST_PROPOSED).stream()
                .filter(other -> here(other).isPresent())
                .toList();
    }

    /** Other photos that are here and of the same pixels. */
    public List<PhotoId> same(PhotoId photo) {
        return pictures.samePicture(photo).stream()
                .filter(other -> !other.equals(photo) && here(other).isPresent())
                .toList();
    }

    /** Looks for copies of a photo, and says in the history what may be one; who is on it nobody says yet. */
    public List<PhotoId> look(PhotoId photo, Origin origin) {
        if (!settings.follow()) {
            return List.of();
        }
        same(photo).forEach(other -> {
            carryUndone(other, photo, origin);
            carryUndone(photo, other, origin);
            press(other, photo, origin);
            press(photo, other, origin);
        });
        List<PhotoId> alike = pictures.of(photo).map(this::alike).orElse(List.of()).stream()
                .filter(other -> !other.equals(photo))
                .toList();
        Map<PhotoId, Copies.Known> known = pairs.of(photo);
        alike.stream()
                .filter(other -> known.getOrDefault(other, Copies.Known.PROPOSED) == Copies.Known.PROPOSED)
                .forEach(other -> {
                    commands.offer(new ProposeCopy(photo, other, isNoMissing(other, photo)), origin);
                    press(photo, other, origin);
                });
        return alike;
    }

    /** Whether copies can be looked for without waiting for what is being read after a start. */
    public boolean isReady() {
        return !settings.follow() || pictures.isRead();
    }

    /**
     * What is said on a photo holds for its copies too; each of these tells its own copies in turn.
     *
     * @return whether all of them were told
     */
    public boolean follow(Registered photo, Origin origin) {
        if (!settings.follow() || photo.removed()) {
            return true;
        }
        if (!pictures.isRead()) {
            return false;
        }
        return told(
                photo.id(),
                certain(photo.id()),
                copy -> {
                    // said on one of the two only: a crash came before the other was told
                    if (photo.copies().with(copy).map(Copies.Copy::known).equals(Optional.of(Copies.Known.SAME))) {
                        commands.offer(new SettleCopy(copy, photo.id(), true), origin);
                    }
                    carryNos(photo.id(), copy, origin);
                },
                origin);
    }

    private boolean told(PhotoId photo, Set<PhotoId> certain, Consumer<PhotoId> copy, Origin origin) {
        boolean carried = ForEach.guarded(List.copyOf(certain), copy);
        boolean pressed = ForEach.guarded(
                pairs.of(photo).entrySet().stream()
                        .filter(one -> one.getValue() == Copies.Known.PROPOSED)
                        .map(Map.Entry::getKey)
                        .toList(),
                other -> press(photo, other, origin));
        return carried && pressed;
    }

    /** What a person said holds for the copies of her photos too, and for the copies of these. */
    public boolean follow(PersonId person, Origin origin) {
        if (!settings.follow()) {
            return true;
        }
        if (!pictures.isRead()) {
            return false;
        }
        Set<PhotoId> seen = new HashSet<>(photosOf(person));
        Deque<PhotoId> left = new ArrayDeque<>(seen);
        boolean all = true;
        while (!left.isEmpty()) {
            PhotoId photo = left.removeFirst();
            all &= told(
                    photo,
                    certain(photo),
                    copy -> {
                        if (seen.add(copy)) {
                            carryNos(photo, copy, origin);
                            left.addLast(copy);
                        }
                    },
                    origin);
        }
        return all;
    }

    /** A human looked at both. */
    public void settle(PhotoId photo, PhotoId other, boolean same, Origin origin) {
        if (!same && same(photo).contains(other)) {
            throw new RejectedException(PhotoRejection.COPY_IS_ONE);
        }
        commands.send(new SettleCopy(photo, other, same), origin);
        commands.offer(new SettleCopy(other, photo, same), origin);
        if (same) {
            carry(other, photo, origin);
            carry(photo, other, origin);
        }
    }

    /** Photos on which somebody is linked to this person. */
    public List<PhotoId> photosOf(PersonId person) {
        upToDate.await();
        return index.all(
                "select distinct photo from sighting where person = ? order by photo",
                row -> new PhotoId(row.getString(1)),
                person.value());
    }

    private Set<PhotoId> certain(PhotoId photo) {
        Set<PhotoId> copies = new HashSet<>(same(photo));
        pairs.of(photo).forEach((other, known) -> {
            if (known == Copies.Known.SAME && here(other).isPresent()) {
                copies.add(other);
            }
        });
        return copies;
    }

    /** One that a human still works on takes everything; of one that was reviewed only a no changes anything. */
    private void carry(PhotoId from, PhotoId to, Origin origin) {
        if (here(to).filter(photo -> !photo.reviewed()).isPresent()) {
            here(from).ifPresent(photo -> marks.carry(photo.faces().values(), to, origin));
            carryUndone(from, to, origin);
        } else {
            carryNos(from, to, origin);
        }
    }

    private void carryNos(PhotoId from, PhotoId to, Origin origin) {
        here(from).ifPresent(photo -> marks.carry(nos(photo), to, origin));
        carryUndone(from, to, origin);
    }

    private void carryUndone(PhotoId from, PhotoId to, Origin origin) {
        here(from).filter(photo -> here(to).isPresent()).ifPresent(photo -> undone.carry(photo, to, origin));
    }

    private void press(PhotoId from, PhotoId to, Origin origin) {
        if (isNoMissing(from, to)) {
            commands.offer(new ProposeCopy(to, from, true), origin);
        }
    }

    /** Whether somebody on the one said no who is not known to be on the other, or is no longer known on either. */
    private boolean isNoMissing(PhotoId from, PhotoId to) {
        return here(from)
                .filter(photo -> here(to).isPresent())
                .filter(photo ->
                        undone.isMissing(photo, to) || nos(photo).stream().anyMatch(face -> marks.isMissing(face, to)))
                .isPresent();
    }

    private List<MarkedFace> nos(Registered photo) {
        return photo.faces().values().stream()
                .filter(face -> switch (face.standing()) {
                    case FaceStanding.Erased erased -> true;
                    case FaceStanding.Sighted sighted -> saidNo(sighted.person());
                    case FaceStanding.Open open -> false;
                    case FaceStanding.Unregistered unregistered -> true;
                    case FaceStanding.Dismissed dismissed -> false;
                })
                .toList();
    }

    /** To any publication: of what exactly, the gate decides. Whoever was asked nothing yet said nothing. */
    private boolean saidNo(PersonId person) {
        if (!(streams.consent(person) instanceof Known known)) {
            return false;
        }
        Outlook outlook = known.outlook();
        return outlook.standing() != Outlook.Standing.NORMAL
                || outlook.refusals().stream().anyMatch(no -> no.terms().purpose() == Purpose.PUBLICATION)
                || outlook.grants().stream().anyMatch(CopyWatch::isOver)
                || streams.events(person).anyMatch(CopyWatch::takesBack);
    }

    private static boolean isOver(Grant grant) {
        return grant.terms().purpose() == Purpose.PUBLICATION && !grant.status().stands();
    }

    /** A channel that was taken back is not in what is left of the grant. */
    private static boolean takesBack(Object event) {
        return event instanceof ConsentWithdrawn withdrawn
                && withdrawn.withdrawn().stream().anyMatch(part -> part.purpose() == Purpose.PUBLICATION);
    }

    /** One whose history is damaged is red by itself. */
    private Optional<Registered> here(PhotoId photo) {
        try {
            return streams.photo(photo) instanceof Registered one && !one.removed()
                    ? Optional.of(one)
                    : Optional.empty();
        } catch (StreamDamaged e) {
            return Optional.empty();
        }
    }
}
