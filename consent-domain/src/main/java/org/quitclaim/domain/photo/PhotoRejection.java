package org.quitclaim.domain.photo;

import org.quitclaim.domain.Rejection;

/** Why an order to a photo is refused. */
public enum PhotoRejection implements Rejection {
    ALREADY_REGISTERED(Kind.CONFLICT, "photo.already-registered", "This photo is here already."),
    UNKNOWN_PHOTO(Kind.ABSENT, "photo.unknown", "Upload the photo first."),
    REMOVED(Kind.CONFLICT, "photo.removed", "This photo was removed."),
    ALREADY_DETECTED(Kind.CONFLICT, "photo.already-detected", "The detector has looked at this photo already."),
    UNKNOWN_FACE(Kind.ABSENT, "photo.unknown-face", "There is no such marked person on this photo."),
    FACE_EXISTS(Kind.CONFLICT, "photo.face-exists", "This face is marked already."),
    BEING_SEARCHED(
            Kind.CONFLICT, "photo.being-searched", "Small faces are still being looked for; ask again in a moment."),
    NOT_OVERDUE(
            Kind.CONFLICT, "photo.mark-not-overdue", "There is still time to say what is marked here, or it was said."),
    NEEDS_OWN_LOOK(
            Kind.CONFLICT,
            "photo.needs-own-look",
            "Nobody is marked on this photo, or more people than one glance holds: open it, look, and confirm it for"
                    + " this photo alone."),
    NOT_YET_DETECTED(
            Kind.CONFLICT, "photo.not-yet-detected", "Faces are still being looked for; try again in a moment."),
    NOTHING_ATTESTED(
            Kind.UNACCEPTABLE,
            "photo.nothing-attested",
            "Name at least one face of somebody who signed for recognition."),
    NOT_ATTESTABLE(
            Kind.CONFLICT,
            "photo.not-attestable",
            "Only open faces can be attested: this one is resolved, or no face."),
    COMPARED_ENOUGH(
            Kind.CONFLICT,
            "photo.face-compared-enough",
            "This face was compared three times, and no face is compared more often: else comparing would tell who a"
                    + " stranger is. Link it by hand if you know who it is, or ask a compliance officer."),
    NOT_OPEN(Kind.CONFLICT, "photo.face-resolved", "This face is resolved already; detach or reopen it first."),
    NO_SUGGESTION(Kind.CONFLICT, "photo.no-suggestion", "There is no open suggestion of this person for this face."),
    NOT_AUTOMATIC(
            Kind.CONFLICT,
            "photo.not-automatic",
            "Only a single, strong and unambiguous match confirms itself: a human decides."),
    SUGGESTED_ALREADY(Kind.CONFLICT, "photo.already-suggested", "This person is suggested for this face already."),
    NOT_ONE_PERSON(
            Kind.CONFLICT,
            "photo.not-one-person",
            "Name two or more faces that are linked to one and the same person."),
    CONFIRMED_UNSEEN(
            Kind.CONFLICT,
            "photo.confirmed-unseen",
            "A policy linked somebody on this version, and nobody has looked since: look, and confirm that everybody is"
                    + " marked."),
    COPIED_UNSEEN(
            Kind.CONFLICT,
            "photo.copied-unseen",
            "Somebody on this version is linked because it is a copy of a photo on which they are, and nobody has"
                    + " looked since: look, and confirm that everybody is marked."),
    PERSON_TWICE(
            Kind.CONFLICT,
            "photo.person-twice",
            "One person is linked to two faces of this photo: detach the wrong one, or say that one is in a mirror, a"
                    + " poster or a collage."),
    NOT_THE_FACE(
            Kind.CONFLICT,
            "photo.mark-off-the-face",
            "A face was found where this mark was, and a mark stays on the face it is about. If there is another"
                    + " person, draw another mark."),
    REASON_NEEDED(
            Kind.CONFLICT,
            "photo.reason-needed",
            "Whoever this mark leads to said no, and a no is not undone without a reason: choose one. A second person"
                    + " then has to agree before anything with this place is released."),
    NO_UNDONE(
            Kind.CONFLICT,
            "photo.no-undone",
            "A mark on this version led to somebody who said no, or who says that it is not them: a compliance officer"
                    + " who did not change that has to agree first, or an editor covers the place."),
    NOTHING_UNDONE(Kind.CONFLICT, "photo.nothing-undone", "Nothing waits for an agreement at this mark."),
    STANDS_STILL(
            Kind.CONFLICT,
            "photo.stands-still",
            "Nothing of somebody on this photo may be used or destroyed now. A compliance officer may"
                    + " remove it all the same and says why: the person agreed, a legal claim, or the rights"
                    + " of somebody else."),
    UNDONE_BY_NOBODY_KNOWN(
            Kind.CONFLICT,
            "photo.undone-by-nobody-known",
            "Nobody can say who undid this no, so nobody can be told from them: have an editor cover the place."),
    CHANGED_MEANWHILE(Kind.CONFLICT, "photo.changed-meanwhile", "The photo was changed meanwhile. Look at it again."),
    UNDONE_BY_THE_SAME(
            Kind.CONFLICT, "photo.undone-same-person", "You undid this no yourself: somebody else has to agree."),
    UNDONE_ON_THE_SAME_WORD(
            Kind.CONFLICT,
            "photo.undone-same-word",
            "Your account and the one that undid this no stand on one word: somebody else has to agree."),
    UNDONE_UNSEEN(
            Kind.CONFLICT,
            "photo.undone-not-looked-at",
            "Open the photo, state a reason to see it without covers, and look at the place first: then you can"
                    + " agree."),
    BOX_TOO_SMALL(
            Kind.CONFLICT,
            "photo.box-too-small",
            "A mark is at least 8 pixels wide and high: draw it around the whole head."),
    FACE_STILL_VISIBLE(
            Kind.CONFLICT,
            "photo.face-still-visible",
            "On this version a face can still be found where one was covered: draw the mark around the whole head and"
                    + " make the version again."),
    COPY_OF_ITSELF(Kind.CONFLICT, "photo.copy-of-itself", "A photo is no copy of itself: name another one."),
    COPY_KNOWN(Kind.CONFLICT, "photo.copy-known", "This is known of the two photos already."),
    COPY_UNKNOWN(Kind.CONFLICT, "photo.copy-unknown", "Nobody takes these two photos for copies of each other."),
    COPY_IS_ONE(
            Kind.CONFLICT,
            "photo.copy-is-one",
            "These two photos are one picture: their pixels are the same, or somebody said so and marks came along. If"
                    + " somebody is marked wrongly here, detach them."),
    COPY_UNSETTLED(
            Kind.CONFLICT,
            "photo.copy-unsettled",
            "This may be a copy of a photo on which somebody said no: look at both and say whether it is."),
    NOT_SIGHTED(Kind.CONFLICT, "photo.not-sighted", "This face is not linked to this person."),
    FACE_ERASED(Kind.CONFLICT, "photo.face-erased", "Whoever this is was erased and is not named again: cover them."),
    SIGHTED_ALREADY(Kind.CONFLICT, "photo.already-sighted", "This face is linked to this person already."),
    SAME_STANDING(Kind.CONFLICT, "photo.no-change", "The face is in this state already."),
    RENDITION_EXISTS(Kind.CONFLICT, "photo.rendition-exists", "This version exists already."),
    NOTHING_COVERED(Kind.UNACCEPTABLE, "photo.nothing-covered", "Name at least one face to cover."),
    UNKNOWN_RENDITION(Kind.ABSENT, "photo.unknown-rendition", "There is no such version of this photo."),
    PICTURE_CHANGED(
            Kind.CONFLICT,
            "photo.picture-changed",
            "The photo or its versions changed while this was made; make it again."),
    FACE_MOVED(Kind.CONFLICT, "photo.face-moved", "A face was moved in the meantime; try again."),
    ALREADY_REVIEWED(Kind.CONFLICT, "photo.already-reviewed", "It was confirmed already that everybody is marked."),
    NOT_REVIEWED(Kind.CONFLICT, "photo.not-reviewed", "First confirm that everybody recognisable is marked."),
    FACE_OPEN(Kind.CONFLICT, "photo.face-open", "Somebody on this version is not identified yet."),
    FACE_UNREGISTERED(
            Kind.CONFLICT,
            "photo.face-unregistered",
            "Somebody on this version is not registered, or may not be shown: cover them. Whoever was never asked can be"
                    + " registered and asked."),
    NO_SUCH_RELEASE(Kind.ABSENT, "photo.no-such-release", "This publication has no release on this photo."),
    NOTHING_TO_REGATE(Kind.CONFLICT, "photo.nothing-to-regate", "Every release was judged for this version already."),
    NOTHING_TO_CARRY(Kind.CONFLICT, "photo.nothing-to-carry", "The copies were told of this version already.");

    private final Kind kind;
    private final String code;
    private final String advice;

    PhotoRejection(Kind kind, String code, String advice) {
        this.kind = kind;
        this.code = code;
        this.advice = advice;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String advice() {
        return advice;
    }
}
