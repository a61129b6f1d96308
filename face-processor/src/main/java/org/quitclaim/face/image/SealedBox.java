package org.quitclaim.face.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Runs a decoder on a stranger's file where it can do nothing else.
 *
 * <p><b>Guarantees</b>: it sees programs and libraries, read-only, and the file; no network, no other process, no folder of
 * this machine and no environment. The file lies in memory that only it sees and that is gone with it, so nothing is
 * written to a disk in the clear. Time, memory and the size of what comes back are limited. It ends when this process does,
 * at the latest after {@link #SECONDS}. As many run at once as half of the processors.
 *
 * <p><b>Errors</b>: an {@link Outcome}; without the means to shut it in, nothing is run.
 *
 * <p><b>Source</b>: bubblewrap(1), prlimit(1).
 */
final class SealedBox {
    static final int SECONDS = 30;

    /** What a script ends with where its decoder cannot read the file. */
    static final int FAILED = 91;

    /** And where a limit ended it. */
    static final int TOO_MUCH = 92;

    private static final int PROCESSOR_SECONDS = 20;
    private static final int KILLED = 128 + 9;
    private static final long MEBIBYTE = 1 << 20;
    /** What libraries map and threads reserve. */
    private static final long BASE = 512 * MEBIBYTE;
    /** Planes, their conversion and what is packed. */
    private static final long BYTES_PER_PIXEL = 16;

    private static final Semaphore TURNS =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private SealedBox() {}

    sealed interface Outcome {
        record Decoded(byte[] bytes) implements Outcome {}

        /** The decoder says that it cannot. */
        record Failed() implements Outcome {}

        /** It needed more time, or wrote more, than it may. */
        record TooMuch() implements Outcome {}

        /** @param packages of Debian; empty where this machine does not let a process be shut in */
        record Missing(List<String> packages) implements Outcome {
            public Missing {
                packages = List.copyOf(packages);
            }
        }
    }

    /** @param pixels that the file says it has */
    static Outcome run(OutsideProgram program, byte[] file, long pixels) {
        List<String> missing = program.missing();
        if (!missing.isEmpty()) {
            return new Outcome.Missing(missing);
        }
        try {
            if (!TURNS.tryAcquire(2L * SECONDS, TimeUnit.SECONDS)) {
                return new Outcome.TooMuch();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.TooMuch();
        }
        try {
            return run(program.script(), file, pixels, SECONDS);
        } finally {
            TURNS.release();
        }
    }

    /** @param script that finds the file at its input */
    static Outcome run(String script, byte[] file, long pixels, int seconds) {
        List<String> command = command(script, file.length, pixels, seconds);
        long most = most(pixels);
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return new Outcome.Missing(List.of());
        }
        try (InputStream answer = process.getInputStream()) {
            Thread.ofVirtual().start(() -> give(process, file));
            byte[] bytes = answer.readNBytes((int) (most + 1));
            if (bytes.length > most) {
                return new Outcome.TooMuch();
            }
            return switch (process.waitFor()) {
                case 0 -> new Outcome.Decoded(bytes);
                case FAILED -> new Outcome.Failed();
                case TOO_MUCH, KILLED -> new Outcome.TooMuch();
                default -> new Outcome.Missing(List.of());
            };
        } catch (IOException e) {
            return new Outcome.Failed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.TooMuch();
        } finally {
            process.destroyForcibly();
        }
    }

    private static void give(Process process, byte[] file) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(file);
        } catch (IOException e) {
            // it ended before it had read everything, and says so itself
            process.destroy();
        }
    }

    private static long most(long pixels) {
        return Math.min(Integer.MAX_VALUE - 16L, 4 * pixels + MEBIBYTE);
    }

    private static List<String> command(String script, int length, long pixels, int seconds) {
        List<String> command = new ArrayList<>(List.of("/usr/bin/timeout", "--signal=KILL", Integer.toString(seconds)));
        command.addAll(
                List.of("/usr/bin/bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"));
        command.addAll(List.of("--clearenv", "--setenv", "PATH", "/usr/bin"));
        command.addAll(List.of("--ro-bind", "/usr", "/usr", "--symlink", "usr/bin", "/bin"));
        command.addAll(List.of("--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64", "--dev", "/dev"));
        command.addAll(List.of("--size", Long.toString(length + most(pixels)), "--tmpfs", "/tmp", "--chdir", "/tmp"));
        command.addAll(List.of("prlimit", "--core=0", "--nofile=64", "--cpu=" + PROCESSOR_SECONDS));
        command.addAll(List.of("--as=" + (BASE + BYTES_PER_PIXEL * pixels)));
        command.addAll(List.of("sh", "-c", script));
        return command;
    }
}
