package org.quitclaim.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {
    private static final long MEMORY_BYTES = 19L << 20;
    private static final String RANDOM_PART = "\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}$";

    private final PasswordHashing hashing = new PasswordHashing();

    @Test
    void a_login_name_that_nobody_has_is_checked_with_the_same_parameters_as_a_real_one() {
        String real = hashing.hash(Password.random());
        String unknown = PasswordHashing.unknown();

        assertThat(unknown).hasSameSizeAs(real).containsPattern(RANDOM_PART);
        assertThat(real).containsPattern(RANDOM_PART);
        assertThat(unknown.replaceAll(RANDOM_PART, "")).isEqualTo(real.replaceAll(RANDOM_PART, ""));
        assertThat(unknown).isNotEqualTo(PasswordHashing.unknown());
    }

    /** A hash that cannot be read is refused without any work, which would tell that nobody has this name. */
    @Test
    void a_login_name_that_nobody_has_fills_the_memory_of_a_check() {
        Password password = Password.random();

        assertThat(allocatedBy(() -> hashing.pretend(password))).isGreaterThan(MEMORY_BYTES);
        assertThat(hashing.matches(password, PasswordHashing.unknown())).isFalse();
    }

    private static long allocatedBy(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
