package org.quitclaim.face.image;

import java.util.List;

/**
 * Why bytes were not accepted as a photo.
 *
 * <p><b>Guarantees</b>: {@link #code} is stable; neither text holds anything from the file.
 */
public sealed interface PhotoRefusal {

    String code();

    /** What the person who sent it can do next. */
    String advice();

    /** What the file is, or a limit: the same in every language; empty where there is nothing to add. */
    default String detail() {
        return "";
    }

    record Empty() implements PhotoRefusal {
        @Override
        public String code() {
            return "photo.empty";
        }

        @Override
        public String advice() {
            return "The file is empty. Send the photo again.";
        }
    }

    record TooLarge(long bytes) implements PhotoRefusal {
        @Override
        public String code() {
            return "photo.too-large";
        }

        @Override
        public String advice() {
            return "The file is larger than " + PhotoLimits.MAX_BYTES / (1024 * 1024)
                    + " MiB. Send it as JPEG or in a smaller size.";
        }
    }

    /** @param most how many this kind of picture may have */
    record TooManyPixels(int width, int height, long most) implements PhotoRefusal {
        @Override
        public String code() {
            return "photo.too-many-pixels";
        }

        @Override
        public String advice() {
            return "The photo has more than " + most / 1_000_000
                    + " megapixels, which is the most for its kind. Send it in a smaller size, or as an ordinary JPEG.";
        }
    }

    /** @param detail what it is instead, where that is known */
    record NotAnImage(String detail) implements PhotoRefusal {
        @Override
        public String code() {
            return "photo.not-an-image";
        }

        @Override
        public String advice() {
            return "The file is no image. Send a photo as JPEG, PNG, WebP, HEIC, AVIF or TIFF.";
        }
    }

    record SideTooLong() implements PhotoRefusal {
        @Override
        public String code() {
            return "photo.side-too-long";
        }

        @Override
        public String advice() {
            return "One side of the photo has more pixels than are read here. Send it in a smaller size. The most is:";
        }

        @Override
        public String detail() {
            return Integer.toString(PhotoLimits.MAX_SIDE);
        }
    }

    /** @param detail which camera's */
    record CameraRaw(String detail) implements PhotoRefusal {
        @Override
        public String code() {
            return "photo.camera-raw";
        }

        @Override
        public String advice() {
            return "This is what a camera's sensor saw (RAW), not a developed photo. Export it as JPEG or TIFF"
                    + " and send that. It is:";
        }
    }

    /** @param detail which one */
    record UnsupportedFormat(String detail) implements PhotoRefusal {
        @Override
        public String code() {
            return "photo.unsupported-format";
        }

        @Override
        public String advice() {
            return "This image format is not read here. Send the photo as JPEG, PNG, WebP, HEIC, AVIF or TIFF. It is:";
        }
    }

    /**
     * @param detail which format, and which of Debian's packages are missing; no package where this machine does not let a
     *     decoder be shut in
     */
    record DecoderMissing(String detail) implements PhotoRefusal {
        DecoderMissing(String format, List<String> packages) {
            this(format + " (" + (packages.isEmpty() ? "bwrap --unshare-all" : String.join(", ", packages)) + ")");
        }

        @Override
        public String code() {
            return "photo.decoder-missing";
        }

        @Override
        public String advice() {
            return "This image format is read with a program that does not run on this server. Send the photo as JPEG,"
                    + " PNG or TIFF, or ask whoever looks after the server to install what stands in brackets:";
        }
    }

    record TooCostly() implements PhotoRefusal {
        @Override
        public String code() {
            return "photo.too-costly";
        }

        @Override
        public String advice() {
            return "Decoding the photo takes more time or memory than one photo may have. Save it as JPEG and send"
                    + " that.";
        }
    }

    record Truncated() implements PhotoRefusal {
        @Override
        public String code() {
            return "photo.truncated";
        }

        @Override
        public String advice() {
            return "The file ends before the image does. Send the photo again.";
        }
    }

    record Damaged() implements PhotoRefusal {
        @Override
        public String code() {
            return "photo.damaged";
        }

        @Override
        public String advice() {
            return "The image cannot be decoded. Save it again in an image program and send that.";
        }
    }
}
