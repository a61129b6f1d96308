package org.quitclaim.command.photo;

import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.work.Duty;
import org.quitclaim.command.work.Todo;
import org.quitclaim.command.work.TodoKind;
import org.quitclaim.command.work.WorkerGroup;
import org.quitclaim.domain.id.PhotoId;

/** Looks for small faces after an upload was answered; the photo is amber until that has ended. */
final class WhenSeenQuicklyThenSearch implements Duty {
    private final PhotoIntake intake;
    private final RequestsAtWork requests;

    public WhenSeenQuicklyThenSearch(PhotoIntake intake, RequestsAtWork requests) {
        this.intake = intake;
        this.requests = requests;
    }

    @Override
    public TodoKind kind() {
        return TodoKind.SEARCH;
    }

    @Override
    public WorkerGroup workers() {
        return WorkerGroup.SEARCHING;
    }

    @Override
    public void perform(Todo todo) {
        intake.searchIfNeeded(new PhotoId(todo.subject()), requests::giveWay, Origin.system("detection"));
    }
}
