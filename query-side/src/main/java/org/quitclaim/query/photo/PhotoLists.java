package org.quitclaim.query.photo;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.status.Colour;
import org.quitclaim.query.projection.Cursor;
import org.quitclaim.query.projection.DocumentCollection;
import org.quitclaim.query.projection.Page;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Lists photos as the database finds them; never those that were removed.
 *
 * <p><b>Guarantees:</b> a page is whole: it ends early only where nothing more is. In a history without doubts the
 * database looks at no more photos than it answers, of one person at no more than she is on; while something is doubted,
 * a list by colour looks at all that may be meant, since what is doubted, and of whom, is in no document.
 */
record PhotoLists(DocumentCollection<PhotoDocument> photos) {
    /**
     * What is asked for; empty means any.
     *
     * @param colour of the original on {@code channel}
     */
    record Wanted(
            Optional<? extends Collection<CollectionId>> collections,
            Optional<PersonId> person,
            Optional<Colour> colour,
            Optional<Channel> channel) {
        private Set<Channel> channels() {
            return channel.map(one -> Set.of(one)).orElse(EnumSet.allOf(Channel.class));
        }
    }

    Page<PhotoDocument> page(Wanted wanted, StatusAt now, Cursor from, int most) {
        if (wanted.colour().isEmpty()) {
            return photos.page(presentOnes(wanted), from, most);
        }
        Colour colour = wanted.colour().get();
        if (!now.trust().whole()) {
            return photos.page(
                    presentOnes(wanted), photo -> now.matches(photo, Set.of(colour), wanted.channels()), from, most);
        }
        ColoursNow.notHoldingAt(now.now()).forEach(outdated -> photos.refresh(outdated, now.now()));
        // of what was removed no colour is kept, so only the index of a person's photos needs to be told
        Criteria these = wanted.person().isPresent() ? presentOnes(wanted) : within(new Criteria(), wanted);
        these.and(PhotoDocument.COLOURS).in(words(colour, wanted.channel(), now));
        return photos.page(these, from, most);
    }

    private static Criteria presentOnes(Wanted wanted) {
        Criteria these = within(Criteria.where(PhotoDocument.REMOVED).is(false), wanted);
        wanted.person().ifPresent(one -> these.and(PhotoDocument.PERSONS).is(one.value()));
        return these;
    }

    private static Criteria within(Criteria these, Wanted wanted) {
        wanted.collections()
                .ifPresent(some -> these.and(PhotoDocument.COLLECTION)
                        .in(some.stream().map(CollectionId::value).toList()));
        return these;
    }

    private Set<String> words(Colour colour, Optional<Channel> channel, StatusAt now) {
        UseContext subject = now.context().orElse(UseContext.GENERAL);
        return ColoursNow.words(
                photos.oneOfEach(PhotoDocument.PROFILE),
                colour,
                channel,
                subject,
                now.subjects().sensitive(subject),
                now.search());
    }
}
