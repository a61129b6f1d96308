package org.quitclaim.command.faceprint;

import org.quitclaim.command.work.Duty;
import org.quitclaim.command.work.Todo;
import org.quitclaim.command.work.TodoKind;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.id.PersonId;

/**
 * Suspends the faceprint key of whoever is restricted, and lets it work again when that is lifted, whatever crashed in
 * between.
 *
 * <p><b>Source:</b> GDPR Art. 18; R36.
 */
final class WhenRestrictedThenSuspend implements Duty {
    private final GalleryKeeper gallery;
    private final WorkIndex index;

    public WhenRestrictedThenSuspend(GalleryKeeper gallery, WorkIndex index) {
        this.gallery = gallery;
        this.index = index;
    }

    @Override
    public TodoKind kind() {
        return TodoKind.RESTRICTION;
    }

    @Override
    public void perform(Todo todo) {
        gallery.judgeAnew(new PersonId(todo.subject()));
        index.settle(
                "delete from todo where kind = ? and subject = ? and detail = ?",
                TodoKind.RESTRICTION.name(),
                todo.subject(),
                todo.detail());
    }
}
