package org.quitclaim.command.work;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Goes through everything of one kind from the oldest to the latest, page by page, and then again from the oldest.
 *
 * <p><b>Guarantees:</b> with each page comes what is urgent, wherever it stands.
 *
 * <p><b>Thread-safety:</b> for one thread.
 */
final class PageByPage {
    private final OpenWork open;
    private final TodoKind kind;
    private final Consumer<Todo> work;
    private @Nullable Todo last;

    PageByPage(OpenWork open, TodoKind kind, Consumer<Todo> work) {
        this.open = open;
        this.kind = kind;
        this.work = work;
    }

    TodoKind kind() {
        return kind;
    }

    void nextPage() {
        open.latestUrgent(kind).forEach(work);
        List<Todo> page = last == null ? open.oldest(kind) : open.after(last);
        page.forEach(work);
        last = page.size() < OpenWork.PAGE ? null : page.getLast();
    }

    /** Whether there may be more behind the last page. */
    boolean underWay() {
        return last != null;
    }
}
