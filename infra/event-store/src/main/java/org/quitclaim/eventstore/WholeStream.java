package org.quitclaim.eventstore;

import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventData;

/**
 * The events of one stream, read to its highest sequence or not at all.
 *
 * <p><b>Guarantees:</b> sequences come without a gap from the first that was asked for; a page that is short of rows is
 * the last one, because pages are counted in rows and not in sequences.
 *
 * <p><b>Errors:</b> {@link StreamDamaged} at the first event that does not follow on the one before.
 */
final class WholeStream extends AbstractSpliterator<DomainEventData<?>> {
    private final StreamOrder order;
    private final int pageSize;
    private final Runnable onDamage;
    private final LongFunction<List<? extends DomainEventData<?>>> pages;
    private List<? extends DomainEventData<?>> page = List.of();
    private int at;
    private boolean last;

    private WholeStream(
            String stream,
            long first,
            int pageSize,
            Runnable onDamage,
            LongFunction<List<? extends DomainEventData<?>>> pages) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.order = new StreamOrder(stream, first);
        this.pageSize = pageSize;
        this.onDamage = onDamage;
        this.pages = pages;
    }

    /**
     * @param onDamage called before it is thrown
     * @param pages up to {@code pageSize} events from a sequence on, in order
     */
    static Stream<DomainEventData<?>> of(
            String stream,
            long first,
            int pageSize,
            Runnable onDamage,
            LongFunction<List<? extends DomainEventData<?>>> pages) {
        return StreamSupport.stream(new WholeStream(stream, first, pageSize, onDamage, pages), false);
    }

    @Override
    public boolean tryAdvance(Consumer<? super DomainEventData<?>> action) {
        if (at == page.size() && !turnPage()) {
            return false;
        }
        DomainEventData<?> event = page.get(at++);
        try {
            order.admit(event.getSequenceNumber());
        } catch (StreamDamaged e) {
            onDamage.run();
            throw e;
        }
        action.accept(event);
        return true;
    }

    private boolean turnPage() {
        if (last) {
            return false;
        }
        page = pages.apply(order.next());
        at = 0;
        last = page.size() < pageSize;
        return !page.isEmpty();
    }
}
