package org.quitclaim.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Fills a vault by many writers at once, who share the commits of its stores. */
final class ManyKeys {
    private static final int WRITERS = 256;

    private ManyKeys() {}

    /** @param one makes one key, and what lies under it */
    static void make(int keys, Callable<?> one) throws InterruptedException, ExecutionException {
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> work = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int mine = keys / WRITERS + (writer < keys % WRITERS ? 1 : 0);
                work.add(writers.submit(() -> {
                    for (int i = 0; i < mine; i++) {
                        one.call();
                    }
                    return mine;
                }));
            }
            for (Future<?> each : work) {
                each.get();
            }
        }
    }
}
