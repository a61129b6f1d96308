package org.quitclaim.demo;

/**
 * Everything the story checks, under ids that stay.
 *
 * <p><b>Guarantees</b>: an id is never given to another claim; a new check gets the next number.
 */
enum Check {
    D01("a consent text that does not say where to complain is refused"),
    D02("the consent text is published in two languages"),
    D03("twelve people are registered, under ids that say nothing about them"),
    D04("somebody who depends on the organisation is asked only with a recorded reason"),
    D05("every link opens the consent text in both languages, without an account"),
    D06("a wrong link opens nothing"),
    D07("silence is no yes: a question left open is refused"),
    D08("a patient's photo tells about health: one step is not enough"),
    D09("in two steps the patient's yes counts"),
    D10("a child cannot sign alone"),
    D11("the mother, who has sole authority, signs for the child"),
    D12("everybody else signs through a link of their own"),
    D13("each permission shows its end date"),
    D14("the same answers a second time are refused"),
    D15("no faceprint is made before an impact assessment is on record"),
    D16("eleven faceprints are made, each from one face that a human pointed at"),
    D17("no faceprint of the alderman, who refused"),
    D18("the same photo uploaded again is recognised, not doubled"),
    D19("every face drawn on the seven photos is found"),
    D20("new photos are amber: unknown is never publishable"),
    D21("where recognition is not switched on, no face is compared"),
    D22("a photo that nobody reviewed cannot be published"),
    D23("every face that was vouched for gets the right name suggested, none a wrong one"),
    D24("the faces left out were compared with nobody"),
    D25("each suggestion becomes a link only when a human confirms it"),
    D26("the alderman is linked by hand"),
    D27("the statue asks nobody"),
    D28("reviewed, and everybody said yes: green"),
    D29("the ward photo may go on the page about hip surgery"),
    D30("the same photo on a page about anything else may not, because of the patient"),
    D31("advertising is blocked: nobody on the town hall photo allowed it"),
    D32("the press abroad is blocked, at home it is not: the alderman allowed the Dutch press"),
    D33("the release is signed with the published key, for exactly these bytes"),
    D34("without a release the full-size file stays here"),
    D35("somebody who is not registered turns the photo red and blocks it"),
    D36("with that face covered, the version is cleared"),
    D37("the covered face is one opaque colour in the file"),
    D38("the volunteer takes recognition back with one request on her own page"),
    D39("her faceprint is gone and its deletion file closed"),
    D40("the photos of her stay as she allows"),
    D41("a new photo of her matches nobody"),
    D42("taking it back twice is refused"),
    D43("the grandmother takes the website back: what is online has to come off"),
    D44("the photo is red for the website, and says why"),
    D45("asking for it again is blocked"),
    D46("what she still allows stays: the internal version is untouched"),
    D47("once it is offline and acknowledged, nothing is left to take down"),
    D48("a permission past its end date ends by itself, and its photos come off"),
    D49("the teacher's photo is red, because time ran out"),
    D50("his faceprint ended with his permission"),
    D51("a file that is no image is refused"),
    D52("malformed JSON and unknown fields are refused"),
    D53("nothing opens without logging in"),
    D54("a photographer cannot publish a consent text"),
    D55("an unknown photo is not found"),
    D56("the certificate of her erasure is signed with a published key, and names nobody"),
    D57("anybody can have it checked; with one word changed it is not accepted"),
    D58("with her own link she gets everything that is known of her, and nothing of anybody else"),
    D59("who registered somebody cannot vouch alone that a yes to recognition came from them: a second employee can");

    private final String claim;

    Check(String claim) {
        this.claim = claim;
    }

    String claim() {
        return claim;
    }
}
