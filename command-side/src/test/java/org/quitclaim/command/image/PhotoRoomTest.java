package org.quitclaim.command.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.access.problem.Shortage;

class PhotoRoomTest {
    private static final long MEBIBYTE = 1 << 20;
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void whoeverDoesNotFitInWaitsUntilSomebodyLeaves() {
        PhotoRoom room = new PhotoRoom(10 * MEBIBYTE, LONG);
        PhotoRoom.Place first = room.enter(6 * MEBIBYTE);
        CompletableFuture<PhotoRoom.Place> second = CompletableFuture.supplyAsync(() -> room.enter(6 * MEBIBYTE));
        await().during(Duration.ofMillis(100)).until(() -> !second.isDone());

        first.close();

        second.join().close();
    }

    @Test
    void whatFitsInTogetherDoesNotWait() {
        PhotoRoom room = new PhotoRoom(10 * MEBIBYTE, Duration.ZERO);

        try (PhotoRoom.Place first = room.enter(4 * MEBIBYTE);
                PhotoRoom.Place second = room.enter(4 * MEBIBYTE)) {
            assertThat(first.taken() + second.taken()).isLessThanOrEqualTo(10);
        }
    }

    @Test
    void a_photo_that_needs_far_more_than_there_is_is_refused_at_once_and_leaves_room_for_others() {
        PhotoRoom room = new PhotoRoom(10 * MEBIBYTE, LONG);

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> room.enterWhole(13 * MEBIBYTE))
                .returns(Shortage.MEMORY_BELOW_PHOTO, RejectedException::rejection);
        room.enterWhole(11 * MEBIBYTE).close();
    }

    @Test
    void aPhotoThatNeedsMoreThanThereIsGetsAllOfItAlone() {
        PhotoRoom room = new PhotoRoom(10 * MEBIBYTE, Duration.ZERO);

        try (PhotoRoom.Place all = room.enter(4_000 * MEBIBYTE)) {
            assertThat(all.taken()).isEqualTo(10);
            assertThatExceptionOfType(RejectedException.class)
                    .isThrownBy(() -> room.enter(0))
                    .returns(Shortage.MEMORY, RejectedException::rejection);
        }
        room.enter(0).close();
    }
}
