package org.quitclaim.access.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtentTest {
    private static final String NEXT = "GET /next HTTP/1.1\r\n";

    private static int take(Extent extent, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return extent.take(bytes, 0, bytes.length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
                "\r\n\r\nGET / HTTP/1.1\nHost: x\n\n",
                "POST / HTTP/1.1\r\ncontent-LENGTH:  5 \r\n\r\n12\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n",
                "POST / HTTP/1.1\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n"
                        + "3;a=b\r\n"
                        + "abc\r\n"
                        + "A\r\n"
                        + "0123456789\r\n"
                        + "0\r\n"
                        + "T: x\r\n\r\n",
                "GET / HTTP/1.1\r\nExpect: 100-continue\r\n\r\n"
            })
    void a_plain_request_is_whole_at_its_last_byte_however_it_comes(String request) {
        Extent atOnce = new Extent();
        assertThat(take(atOnce, request + NEXT)).isEqualTo(request.length());
        assertThat(atOnce.isWhole()).isTrue();

        Extent slowly = new Extent();
        for (int i = 0; i < request.length(); i++) {
            assertThat(slowly.isDecided()).as("after %d bytes", i).isFalse();
            take(slowly, request.substring(i, i + 1));
        }
        assertThat(slowly.isWhole()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0016\u0003\u0001",
                "POST / HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: +5\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
                "POST / HTTP/1.1\r\nA: b\r\n c\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: 1048577\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab"
            })
    void what_is_not_plainly_framed_or_too_long_is_left_to_the_container(String request) {
        Extent extent = new Extent();

        assertThat(take(extent, request + NEXT)).isEqualTo((request + NEXT).length());
        assertThat(extent.isOpen()).isTrue();
    }

    @Test
    void no_more_is_taken_of_a_head_or_of_chunks_than_is_read_of_one() {
        Extent head = new Extent();
        take(head, "GET / HTTP/1.1\r\n");
        take(head, "X: " + "a".repeat(40_000));
        take(head, "a");
        assertThat(head.isOpen()).isTrue();

        Extent chunks = new Extent();
        take(chunks, "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (int i = 0; i < 20; i++) {
            take(chunks, "10000\r\n" + "a".repeat(0x10000) + "\r\n");
        }
        assertThat(chunks.isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /q/abc/withdrawals HTTP/1.1\r\n",
                "POST /q/abc/answers HTTP/1.1\r\n",
                "POST /api/q/abc/withdrawals HTTP/1.1\r\n"
            })
    void what_is_said_by_a_link_is_known_by_its_first_line_on_the_page_too(String line) {
        Extent extent = new Extent();
        take(extent, line);
        assertThat(extent.isByLink()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /q/abc HTTP/1.1\r\n",
                "POST /api/photos HTTP/1.1\r\n",
                "POST /api/quitclaims/abc/links HTTP/1.1\r\n",
                "POST /x?POST /q/ HTTP/1.1\r\n"
            })
    void nothing_else_is_taken_for_said_by_a_link(String line) {
        Extent extent = new Extent();
        take(extent, line);
        assertThat(extent.isByLink()).isFalse();
    }
}
