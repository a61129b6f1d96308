package org.quitclaim.face.image;

/**
 * Why bytes were not accepted as a photo.
 *
 * <p><b>Guarantees</b>: {@link #code} is stable; neither text holds anything from the file.
 */
public sealed interface PhotoRefusal {

    String code();

    /** What the person who sent it can do next. */
    String advice();

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

    record NotAnImage() implements PhotoRefusal {
        @Override
        public String code() {
            return "photo.not-an-image";
        }

        @Override
        public String advice() {
            return "The file is no image. Send a JPEG, PNG or WebP photo.";
        }
    }

    record UnsupportedFormat() implements PhotoRefusal {
        @Override
        public String code() {
            return "photo.unsupported-format";
        }

        @Override
        public String advice() {
            return "This image format is not read here. Send the photo as JPEG, PNG or lossy WebP.";
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
