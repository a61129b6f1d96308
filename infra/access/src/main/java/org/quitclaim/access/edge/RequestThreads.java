package org.quitclaim.access.edge;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.threads.TaskQueue;
import org.apache.tomcat.util.threads.TaskThreadFactory;

/**
 * The threads of the web server: a few that take in what comes and never wait, some for those who say yes or no by a link, and
 * the others.
 *
 * <p><b>Guarantees:</b> of one address at most {@value #AT_ONCE} requests are worked on at a time, and {@value #LINKS_AT_ONCE}
 * more that say yes or no; the next ones are begun in the order in which they came. The threads for links are there from
 * the start, and where the system gives no more threads, those that are there do the work.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class RequestThreads implements Executor {
    static final int AT_ONCE = 32;
    static final int LINKS_AT_ONCE = 8;
    /** An address that stands for many people. */
    private static final int OF_PROXY = 4;

    private static final int HALL_THREADS = 4;
    private static final int LINK_THREADS = 16;
    private static final int SPARE_THREADS = 10;

    /** Where a task belongs. */
    enum Group {
        HALL,
        LINK,
        OTHER,
        /** Without a place. */
        NONE
    }

    /** A task that belongs to a connection. */
    interface Step extends Runnable {
        Optional<HeldChannel> channel();
    }

    record Row(InetAddress address, Group group) {}

    private static final class Count {
        private int working;
        private final Queue<Runnable> waiting = new ArrayDeque<>();
    }

    private final Connections connections;
    private final ExecutorService hall;
    private final ExecutorService links;
    private final TaskQueue queue = new TaskQueue();
    private final org.apache.tomcat.util.threads.ThreadPoolExecutor others;
    private final Map<Row, Count> rows = new HashMap<>();

    RequestThreads(String name, int priority, Connections connections) {
        this.connections = connections;
        hall = allThere(HALL_THREADS, new TaskThreadFactory(name + "-hall-", true, priority));
        links = allThere(LINK_THREADS, new TaskThreadFactory(name + "-link-", true, priority));
        others = new org.apache.tomcat.util.threads.ThreadPoolExecutor(
                SPARE_THREADS,
                EdgeConfiguration.THREADS,
                1,
                TimeUnit.MINUTES,
                queue,
                new TaskThreadFactory(name + "-exec-", true, priority));
        queue.setParent(others);
        others.prestartAllCoreThreads();
    }

    private static ExecutorService allThere(int count, TaskThreadFactory factory) {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(count, count, 0, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), factory);
        threads.prestartAllCoreThreads();
        return threads;
    }

    @Override
    public void execute(Runnable task) {
        Optional<HeldChannel> channel = task instanceof Step step ? step.channel() : Optional.empty();
        if (channel.isEmpty()) {
            start(Group.NONE, task);
            return;
        }
        Group group = channel.get().group();
        switch (group) {
            case HALL -> hall.execute(task);
            case NONE -> start(group, task);
            case LINK, OTHER -> begin(new Row(channel.get().connection().from(), group), task);
        }
    }

    private void begin(Row row, Runnable task) {
        synchronized (this) {
            Count count = rows.computeIfAbsent(row, any -> new Count());
            if (count.working >= most(row)) {
                count.waiting.add(task);
                return;
            }
            count.working++;
        }
        start(row.group(), () -> Place.take(this, row, task));
    }

    private int most(Row row) {
        int most = row.group() == Group.LINK ? LINKS_AT_ONCE : AT_ONCE;
        return connections.isBoundless(row.address()) ? most * OF_PROXY : most;
    }

    void left(Row row) {
        Runnable next;
        synchronized (this) {
            Count count = rows.computeIfAbsent(row, any -> new Count());
            count.working--;
            next = count.working < most(row) ? count.waiting.poll() : null;
            if (next != null) {
                count.working++;
            } else if (count.working == 0) {
                rows.remove(row);
            }
        }
        if (next != null) {
            Runnable task = next;
            start(row.group(), () -> Place.take(this, row, task));
        }
    }

    /** Whoever waited goes on, even if there are more than may begin. */
    synchronized void returned(Row row) {
        rows.computeIfAbsent(row, any -> new Count()).working++;
    }

    private void start(Group group, Runnable task) {
        if (group == Group.LINK) {
            links.execute(task);
            return;
        }
        try {
            others.execute(task);
        } catch (OutOfMemoryError noThread) {
            // the container would end its poller with it, and hear nobody from then on
            queue.force(task);
        }
    }

    void close() {
        hall.shutdownNow();
        links.shutdownNow();
        others.shutdownNow();
    }
}
