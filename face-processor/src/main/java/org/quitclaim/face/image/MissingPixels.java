package org.quitclaim.face.image;

import java.util.List;
import javax.imageio.IIOException;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/** A decoder filled in what the file does not hold, and said so only in a warning. */
final class MissingPixels extends IIOException {
    private static final long serialVersionUID = 1;

    /** As the JPEG library has them. Bytes too many are no harm: some cameras fill up with zeros. */
    private static final List<String> SIGNS = List.of(
            "premature end of data segment", "bad Huffman code", "instead of RST", "Premature end of JPEG file");

    private MissingPixels() {
        super("A part of the picture is not in the file");
    }

    /** What one decoder said while it worked. */
    static final class Heard implements IIOReadWarningListener {
        private boolean isMissing;

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            isMissing |= SIGNS.stream().anyMatch(warning::contains);
        }

        void check() throws MissingPixels {
            if (isMissing) {
                throw new MissingPixels();
            }
        }
    }
}
