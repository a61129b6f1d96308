package org.quitclaim.command.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.command.RunningCommandSide;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.publication.Basis;
import org.quitclaim.domain.publication.PublicationEvent.PublicationRequested;
import org.quitclaim.domain.publication.Use;

class ReconcilerTest {
    private static final Use USE = new Use(
            Sample.photo("photo"), Sample.rendition("whole"), Channel.WEBSITE, Territory.WORLD, UseContext.GENERAL);

    @TempDir
    Path folder;

    private final AtomicLong head = new AtomicLong(1);
    private final Queue<String> performed = new ConcurrentLinkedQueue<>();
    private final RunningCommandSide.SettableClock clock = new RunningCommandSide.SettableClock();
    private WorkIndex index;

    @BeforeEach
    void somethingIsOpen() throws Exception {
        index = WorkIndex.open(folder);
        index.apply(
                Recent.of(new PublicationRequested(
                        Sample.publication("first"),
                        USE,
                        Sample.record("where"),
                        Basis.CONSENT,
                        List.of(),
                        Sample.NOW)),
                1);
    }

    @AfterEach
    void close() throws Exception {
        index.close();
    }

    private Reconciler reconciler(Duty duty) {
        UpToDate upToDate = new UpToDate(head::get, index, Duration.ofMillis(20));
        return new Reconciler(index, upToDate, List.of(duty), List.of(), clock, Duration.ofMillis(20));
    }

    private record Performing(TodoKind kind, Consumer<Todo> work) implements Duty {
        Performing(Consumer<Todo> work) {
            this(TodoKind.GATE, work);
        }

        @Override
        public void perform(Todo todo) {
            work.accept(todo);
        }
    }

    @Test
    void listsThatDoNotKeepUpDelayTheWorkAndDoNotEndIt() {
        head.set(10);
        AtomicInteger looks = new AtomicInteger();
        UpToDate late = new UpToDate(
                () -> {
                    looks.incrementAndGet();
                    return head.get();
                },
                index,
                Duration.ofMillis(20));
        Reconciler reconciler = new Reconciler(
                index,
                late,
                List.of(new Performing(todo -> performed.add(todo.subject()))),
                List.of(),
                clock,
                Duration.ofMillis(20));
        reconciler.start();
        try {
            await("a second try").untilAsserted(() -> assertThat(looks).hasValueGreaterThan(1));
            assertThat(performed).isEmpty();

            head.set(1);
            await("the work").untilAsserted(() -> assertThat(performed).isNotEmpty());
        } finally {
            reconciler.stop();
        }
    }

    @Test
    void aDutyThatFailsIsTriedAgain() {
        AtomicBoolean broken = new AtomicBoolean(true);
        Reconciler reconciler = reconciler(new Performing(todo -> {
            if (broken.getAndSet(false)) {
                throw new IllegalStateException("the disk is full, say");
            }
            performed.add(todo.subject());
        }));
        reconciler.start();
        try {
            await("the work")
                    .untilAsserted(() -> assertThat(performed)
                            .contains(Sample.publication("first").value()));
        } finally {
            reconciler.stop();
        }
    }
}
