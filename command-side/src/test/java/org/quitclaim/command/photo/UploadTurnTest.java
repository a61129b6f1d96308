package org.quitclaim.command.photo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.quitclaim.command.image.PhotoRoom;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

class UploadTurnTest {
    private static final int MEBIBYTE = 1 << 20;

    private final AtomicInteger busy = new AtomicInteger();
    private final UploadTurn turn = new UploadTurn(
            (request, response, handler, refusal) -> {
                busy.incrementAndGet();
                return new ModelAndView();
            },
            new PhotoRoom(20L * MEBIBYTE, Duration.ZERO),
            new PhotoRoom(40L * MEBIBYTE, Duration.ZERO));

    /** A form of that many MiB of which the last byte comes when it is let go. */
    private static final class Upload extends MockHttpServletRequest {
        private final int length;
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch lastByte = new CountDownLatch(1);

        Upload(int mebibytes) {
            length = mebibytes * MEBIBYTE;
            setContentType("multipart/form-data; boundary=b");
        }

        @Override
        public long getContentLengthLong() {
            return length;
        }

        @Override
        public Collection<Part> getParts() {
            begun.countDown();
            try {
                lastByte.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return List.of();
        }

        Upload complete() {
            lastByte.countDown();
            return this;
        }
    }

    /** Whether it got through. */
    private boolean send(Upload upload) {
        AtomicInteger through = new AtomicInteger();
        try {
            turn.doFilter(upload, new MockHttpServletResponse(), (request, response) -> through.incrementAndGet());
        } catch (IOException | ServletException e) {
            throw new IllegalStateException(e);
        }
        return through.get() == 1;
    }

    @Test
    void aFileThatArrivesSlowlyKeepsNobodyWaiting() throws InterruptedException {
        Upload slow = new Upload(12);
        CompletableFuture<Boolean> slowSent = CompletableFuture.supplyAsync(() -> send(slow));
        slow.begun.await();

        assertThat(send(new Upload(6).complete())).isTrue();
        assertThat(send(new Upload(6).complete())).isTrue();

        slow.complete();
        assertThat(slowSent.join()).isTrue();
        assertThat(busy).hasValue(0);
    }

    @Test
    void noMoreArrivesThanThereIsRoomFor() throws InterruptedException {
        Upload slow = new Upload(12);
        CompletableFuture<Boolean> slowSent = CompletableFuture.supplyAsync(() -> send(slow));
        slow.begun.await();

        assertThat(send(new Upload(12).complete())).isFalse();
        assertThat(busy).hasValue(1);

        slow.complete();
        assertThat(slowSent.join()).isTrue();
        assertThat(send(new Upload(12).complete())).isTrue();
    }
}
