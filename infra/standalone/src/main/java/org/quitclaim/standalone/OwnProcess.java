package org.quitclaim.standalone;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * What this process asks of the operating system and of Java for itself, however it was started.
 *
 * <p><b>Guarantees</b>, on Linux and macOS: every file that any library in it makes from here on can be read by its owner
 * only (folders 0700, files 0600), whatever umask it was started with; a crash writes no core file; running out of memory
 * writes no heap dump.
 *
 * <p><b>Not guaranteed:</b> that it ends when memory runs out. Only an option of Java does that, and {@link
 * #missingOptions} says whether it was given.
 *
 * <p><b>Source:</b> umask(2), setrlimit(2).
 */
final class OwnProcess {
    private static final int NOBODY_ELSE = 0077;
    private static final int RLIMIT_CORE = 4;
    private static final String END_WITHOUT_MEMORY = "ExitOnOutOfMemoryError";
    private static final String DUMP_WITHOUT_MEMORY = "HeapDumpOnOutOfMemoryError";

    private OwnProcess() {}

    /** Before anything is written. */
    static void closeToOthers() {
        java().setVMOption(DUMP_WITHOUT_MEMORY, "false");
        Linker linker = Linker.nativeLinker();
        linker.defaultLookup().find("umask").ifPresent(umask -> restrict(linker, umask));
        linker.defaultLookup().find("setrlimit").ifPresent(limit -> noCoreFiles(linker, limit));
    }

    /** Options of Java that the launcher gives and this process lacks, as they are written. */
    static List<String> missingOptions() {
        List<String> missing = new ArrayList<>();
        if (!Boolean.parseBoolean(java().getVMOption(END_WITHOUT_MEMORY).getValue())) {
            missing.add("-XX:+" + END_WITHOUT_MEMORY);
        }
        return missing;
    }

    private static void restrict(Linker linker, MemorySegment umask) {
        MethodHandle call =
                linker.downcallHandle(umask, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        try {
            int before = (int) call.invokeExact(NOBODY_ELSE);
            assert before >= 0;
        } catch (Throwable e) {
            throw new IllegalStateException("umask cannot fail", e);
        }
    }

    private static void noCoreFiles(Linker linker, MemorySegment setrlimit) {
        MethodHandle call = linker.downcallHandle(
                setrlimit, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            // soft and hard limit, both zero
            MemorySegment none = arena.allocate(ValueLayout.JAVA_LONG, 2);
            int answer = (int) call.invokeExact(RLIMIT_CORE, none);
            if (answer != 0) {
                throw new IllegalStateException("The limit of core files cannot be lowered.");
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("setrlimit cannot throw", e);
        }
    }

    private static HotSpotDiagnosticMXBean java() {
        return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    }
}
