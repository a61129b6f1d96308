package org.quitclaim.face.image;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/**
 * Which decoder reads which format.
 *
 * <p>The platform's own JPEG reader refuses CMYK and YCCK, hence TwelveMonkeys'. It is registered here by hand because
 * discovery depends on the class loader of the thread that touches ImageIO first.
 */
final class PhotoDecoders {

    private static final ImageReaderSpi JPEG = registered(new JPEGImageReaderSpi());
    private static final ImageReaderSpi WEBP = registered(new WebPImageReaderSpi());
    private static final ImageReaderSpi TIFF = registered(new TIFFImageReaderSpi());

    private PhotoDecoders() {}

    /** What is done with a decoder, which is freed afterwards together with the picture that it may hold. */
    interface Work<T> {
        T on(ImageReader reader) throws IOException;
    }

    static <T> T with(PhotoFormat format, byte[] file, Work<T> work) throws IOException {
        try (ImageInputStream in = SafeInput.of(format, file)) {
            ImageReader reader = readerFor(format);
            MissingPixels.Heard heard = new MissingPixels.Heard();
            try {
                reader.addIIOReadWarningListener(heard);
                reader.setInput(in, true, true);
                T done = work.on(reader);
                heard.check();
                return done;
            } finally {
                reader.dispose();
            }
        }
    }

    private static ImageReader readerFor(PhotoFormat format) throws IOException {
        return switch (format) {
            case JPEG -> JPEG.createReaderInstance(null);
            case WEBP -> WEBP.createReaderInstance(null);
            case PNG -> ImageIO.getImageReadersByFormatName("png").next();
            case TIFF -> TIFF.createReaderInstance(null);
            case LOSSLESS_WEBP, HEIC, AVIF, UNREAD -> throw new IOException("No decoder for " + format);
        };
    }

    private static ImageReaderSpi registered(ImageReaderSpi decoder) {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        ImageReaderSpi known = registry.getServiceProviderByClass(decoder.getClass());
        if (known != null) {
            return known;
        }
        registry.registerServiceProvider(decoder, ImageReaderSpi.class);
        return decoder;
    }
}
