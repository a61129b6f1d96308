package org.quitclaim.certificate.paper;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.io.IOException;

/** Draws an address as a QR code. Source: ISO/IEC 18004. */
final class QrCode {
    private QrCode() {}

    static void draw(Sheet sheet, int page, String address, float x, float y, float size) throws IOException {
        ByteMatrix modules = modules(address);
        float module = size / modules.getWidth();
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int from = 0; from < modules.getWidth(); from++) {
                int to = from;
                while (to < modules.getWidth() && modules.get(to, row) == 1) {
                    to++;
                }
                if (to > from) {
                    float top = y + size - (row + 1) * module;
                    sheet.box(page, Color.BLACK, x + from * module, top, (to - from) * module, module);
                    from = to;
                }
            }
        }
    }

    private static ByteMatrix modules(String address) throws IOException {
        try {
            return Encoder.encode(address, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IOException("an address too long for a QR code", e);
        }
    }
}
