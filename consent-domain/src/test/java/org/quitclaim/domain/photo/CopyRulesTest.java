package org.quitclaim.domain.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.domain.photo.Photos.STAGE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.PhotoCommand.AuthoriseRelease;
import org.quitclaim.domain.photo.PhotoCommand.ProposeCopy;
import org.quitclaim.domain.photo.PhotoCommand.SettleCopy;
import org.quitclaim.domain.photo.PhotoState.Registered;

class CopyRulesTest {
    private static final PhotoId OTHER = Sample.photo("other");
    private static final AuthoriseRelease RELEASE =
            new AuthoriseRelease(STAGE, Sample.publication("gala"), Photos.ORIGINAL);

    private static ProposeCopy proposed(boolean pressing) {
        return new ProposeCopy(STAGE, OTHER, pressing);
    }

    private static SettleCopy settled(boolean same) {
        return new SettleCopy(STAGE, OTHER, same);
    }

    @Test
    void a_copy_of_somebody_who_said_no_keeps_a_photo_from_release_until_a_human_settled_it() {
        var photo = Photos.reviewed();
        assertThat(((Registered) photo.and(proposed(false), RELEASE).state()).releases())
                .isNotEmpty();

        photo.and(proposed(true)).when(RELEASE).then(PhotoRejection.COPY_UNSETTLED);
        assertThat(((Registered) photo.and(proposed(true), settled(false), RELEASE)
                                .state())
                        .releases())
                .isNotEmpty();
        assertThat(((Registered) photo.and(proposed(true), settled(true)).state())
                        .copies()
                        .unsettled())
                .isEmpty();
    }

    @Test
    void what_is_live_stays_until_somebody_said_that_it_is_one() {
        var live = Photos.reviewed().and(RELEASE, proposed(true));
        assertThat(live.when(RELEASE).accepted().state()).isNotNull();
        assertThat(((Registered) live.state()).copies().unsettled()).isEqualTo(List.of(OTHER));
    }

    @Test
    void a_proposal_only_becomes_pressing_and_what_a_human_denied_is_not_proposed_again() {
        var photo = Photos.reviewed().and(proposed(false));
        photo.when(proposed(false)).then(PhotoRejection.COPY_KNOWN);
        assertThat(((Registered) photo.and(proposed(true)).state()).copies().unsettled())
                .containsExactly(OTHER);
        photo.and(proposed(true)).when(proposed(false)).then(PhotoRejection.COPY_KNOWN);
        photo.and(settled(false)).when(proposed(true)).then(PhotoRejection.COPY_KNOWN);
    }

    @Test
    void a_yes_is_not_taken_back_and_a_no_can_become_a_yes() {
        var photo = Photos.reviewed();
        photo.when(settled(false)).then(PhotoRejection.COPY_UNKNOWN);
        photo.and(settled(true)).when(settled(false)).then(PhotoRejection.COPY_IS_ONE);
        photo.and(settled(true)).when(settled(true)).then(PhotoRejection.COPY_KNOWN);
        assertThat(((Registered) photo.and(proposed(true), settled(false), settled(true))
                                .state())
                        .copies()
                        .with(OTHER)
                        .map(Copies.Copy::known))
                .contains(Copies.Known.SAME);
        photo.when(new SettleCopy(STAGE, STAGE, true)).then(PhotoRejection.COPY_OF_ITSELF);
        photo.when(new ProposeCopy(STAGE, STAGE, true)).then(PhotoRejection.COPY_OF_ITSELF);
    }
}
