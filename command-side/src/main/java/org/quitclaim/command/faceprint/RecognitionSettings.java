package org.quitclaim.command.faceprint;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sure recognition has to be.
 *
 * @param falsePositiveRate 0..1, on how many photos without anybody enrolled somebody may be suggested. What a model pack
 *     was not measured for is refused at the start
 */
@ConfigurationProperties("quitclaim.recognition")
record RecognitionSettings(@DefaultValue("0.01") double falsePositiveRate) {
    public RecognitionSettings {
        if (!(falsePositiveRate > 0 && falsePositiveRate < 1)) {
            throw new IllegalArgumentException("quitclaim.recognition.false-positive-rate is between 0 and 1");
        }
    }
}
