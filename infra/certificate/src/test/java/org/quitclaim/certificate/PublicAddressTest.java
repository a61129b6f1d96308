package org.quitclaim.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.domain.Requirement;

class PublicAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://photos.example, https://photos.example/check",
        "https://photos.example/, https://photos.example/check",
        "HTTPS://Photos.Example:8443, https://photos.example:8443/check",
        "http://localhost:8080, http://localhost:8080/check",
        "http://[::1]:8080, http://[::1]:8080/check"
    })
    void what_is_appended_to_an_address_stays_on_its_host(String typed, String check) {
        assertThat(PublicAddress.parse(typed).orElseThrow().at("/check")).hasToString(check);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "photos.example",
                "http://photos.example",
                "ftp://photos.example",
                "javascript:alert(1)",
                "https://photos.example/elsewhere",
                "https://photos.example/..",
                "https://photos.example//evil.example",
                "https://photos.example@evil.example",
                "https://photos.example?to=",
                "https://photos.example#",
                "https://photos.example:99999",
                "https://photos.example\\@evil.example",
                "https:///check",
                "http://localhost.evil.example",
                "http://127.0.0.1.evil.example"
            })
    @Requirement("R90")
    void an_address_that_leads_elsewhere_or_in_clear_is_none(String typed) {
        assertThat(PublicAddress.parse(typed)).isEmpty();
    }
}
