package org.quitclaim.certificate;

import java.util.EnumSet;
import java.util.Set;

/** Why a certificate is not accepted. */
public enum Flaw {
    UNREADABLE("it is no erasure certificate of Quitclaim: neither its JSON, nor its JWS, nor its PDF"),
    LETTER("this is the letter: choose the certificate that came with it, and type the code of the letter"),
    RECEIPT("this is the receipt of a permission, not a certificate"),
    NOT_AS_ISSUED("it is not, byte for byte, as it was issued: something was changed, added or laid out anew"),
    OTHER_FORMAT("it was written by another version of Quitclaim, which this one cannot read"),
    SIGNATURE_WRONG("the signature does not fit: a word, a date or the signature itself was changed"),
    OTHER_INSTALLATION("another installation issued it, not the one whose keys were given"),
    UNKNOWN_KEY("it is signed with a key that is not among those given: somebody else issued it"),
    PAGE_CHANGED("this PDF is not, byte for byte, the one that this version makes of the signed statement inside it"),
    CODE_MALFORMED("this is no code of a letter: one has 26 letters and digits, in groups of five"),
    CODE_WRONG("the code does not open it: the certificate is about somebody else, or the code was mistyped");

    private static final Set<Flaw> OF_THE_CODE = EnumSet.of(CODE_MALFORMED, CODE_WRONG);

    private final String words;

    Flaw(String words) {
        this.words = words;
    }

    /** Whether only what was typed is wrong: a code is tried when all the rest was found to be right. */
    public boolean isOfTheCode() {
        return OF_THE_CODE.contains(this);
    }

    /** Completes the sentence "the certificate is not accepted:", or "the code". */
    public String words() {
        return words;
    }
}
