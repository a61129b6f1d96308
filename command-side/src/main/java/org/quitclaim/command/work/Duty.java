package org.quitclaim.command.work;

/**
 * Works off one kind of to-do.
 *
 * <p><b>Guarantees asked of implementations:</b> idempotent; decides from streams, never from the index; may be called
 * again at any time; settles by recording an event.
 */
public interface Duty {
    TodoKind kind();

    /** On which thread: what somebody waits for is never behind what takes long or waits itself. */
    default WorkerGroup workers() {
        return WorkerGroup.PROMPT;
    }

    /**
     * @throws RuntimeException if it could not be done now; it is tried again at a later tick
     */
    void perform(Todo todo);
}
