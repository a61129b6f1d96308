package org.quitclaim.face.image;

import java.awt.color.ICC_Profile;
import java.util.Optional;

/**
 * Colours said by two numbers, as PNG, HEIC and AVIF do.
 *
 * <p>Curves of television are taken as that of sRGB, as browsers and libvips do with stills. What is not known is sRGB.
 *
 * <p><b>Source</b>: ITU-T H.273, tables 2 and 3.
 */
final class CodedColours {
    private static final int BT2020 = 9;
    private static final int P3_THEATRE = 11;
    private static final int P3 = 12;
    private static final int GAMMA_22 = 4;
    private static final int GAMMA_28 = 5;
    private static final int LINEAR = 8;
    private static final int PQ = 16;
    private static final int HLG = 18;

    private CodedColours() {}

    /** Empty for sRGB. */
    static Optional<ICC_Profile> profile(int primaries, int transfer, boolean isGrey) {
        Primaries colours = primaries(primaries);
        Transfer curve = curve(transfer);
        if (colours.equals(Primaries.SRGB) && curve == Transfer.SRGB || isGrey && curve == Transfer.SRGB) {
            return Optional.empty();
        }
        return isGrey ? Optional.of(MadeProfile.grey(curve)) : MadeProfile.rgb(colours, curve);
    }

    private static Primaries primaries(int code) {
        return switch (code) {
            case BT2020 -> Primaries.BT2020;
            case P3, P3_THEATRE -> Primaries.P3;
            default -> Primaries.SRGB;
        };
    }

    private static Transfer curve(int code) {
        return switch (code) {
            case GAMMA_22 -> v -> Math.pow(v, 2.2);
            case GAMMA_28 -> v -> Math.pow(v, 2.8);
            case LINEAR -> v -> v;
            case PQ -> Transfer.PQ;
            case HLG -> Transfer.HLG;
            default -> Transfer.SRGB;
        };
    }
}
