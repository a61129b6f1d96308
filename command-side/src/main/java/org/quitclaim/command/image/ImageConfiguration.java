package org.quitclaim.command.image;

import org.quitclaim.command.vault.Sealing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Photos in the clear. */
@Configuration(proxyBeanMethods = false)
class ImageConfiguration {
    @Bean
    PhotoImages photoImages(Sealing sealing) {
        return new PhotoImages(sealing);
    }
}
