package org.quitclaim.access.edge;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketProcessorBase;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.edge.Connection.Phase;

/**
 * HTTP/1.1 whose connections are counted and whose clients have no more than their time. The container by itself bounds the
 * gap between two bytes only, so that a byte every few seconds would hold a request for ever.
 *
 * <p>Public with a constructor without arguments because the container makes it by its name.
 */
public final class BoundedProtocol extends Http11NioProtocol {
    private final Connections connections;

    public BoundedProtocol() {
        this(new Connections());
    }

    private BoundedProtocol(Connections connections) {
        super(new Counted(connections));
        this.connections = connections;
    }

    Connections connections() {
        return connections;
    }

    @Override
    protected Processor createProcessor() {
        return new Timed(this, getAdapter());
    }

    private static final class Counted extends NioEndpoint {
        private final Connections connections;

        private @Nullable RequestThreads threads;

        Counted(Connections connections) {
            this.connections = connections;
        }

        @Override
        protected boolean setSocketOptions(SocketChannel channel) {
            connections.opened(channel);
            return super.setSocketOptions(channel);
        }

        @Override
        protected NioChannel createChannel(SocketBufferHandler buffers) {
            return isSSLEnabled() ? super.createChannel(buffers) : new HeldChannel(buffers, connections);
        }

        @Override
        protected SocketProcessorBase<NioChannel> createSocketProcessor(
                SocketWrapperBase<NioChannel> wrapper, SocketEvent event) {
            return new Step(wrapper, event);
        }

        @Override
        public void startInternal() throws Exception {
            RequestThreads made = new RequestThreads(getName(), getThreadPriority(), connections);
            threads = made;
            setExecutor(made);
            super.startInternal();
        }

        @Override
        public void stopInternal() {
            super.stopInternal();
            RequestThreads made = threads;
            if (made != null) {
                made.close();
            }
        }

        private final class Step extends SocketProcessor implements RequestThreads.Step {
            Step(SocketWrapperBase<NioChannel> wrapper, SocketEvent event) {
                super(wrapper, event);
            }

            @Override
            public Optional<HeldChannel> channel() {
                return Optional.ofNullable(socketWrapper.getSocket() instanceof HeldChannel channel ? channel : null);
            }
        }
    }

    private static final class Timed extends Http11Processor {
        private final RequestBody body;

        Timed(BoundedProtocol protocol, Adapter adapter) {
            super(protocol, adapter);
            this.body = new RequestBody(protocol.connections(), request);
        }

        /** A body that stopped coming is told so, as far as its sender still reads. */
        @Override
        public SocketState process(SocketWrapperBase<?> wrapper, SocketEvent event) throws IOException {
            if (event == SocketEvent.ERROR
                    && wrapper.getSocket() instanceof HeldChannel channel
                    && channel.awaitsBody()) {
                channel.giveUp();
                return super.process(wrapper, SocketEvent.OPEN_READ);
            }
            return super.process(wrapper, event);
        }

        @Override
        public SocketState service(SocketWrapperBase<?> wrapper) throws IOException {
            if (!(wrapper.getSocket() instanceof HeldChannel channel)) {
                return super.service(wrapper);
            }
            if (channel.isLeaving()) {
                return channel.throwAway() ? SocketState.LONG : SocketState.CLOSED;
            }
            if (channel.isReady()) {
                channel.ready(false);
                return served(wrapper, channel);
            }
            if (channel.isServed() && channel.next()) {
                return leave(wrapper, channel);
            }
            Connection connection = channel.connection();
            return switch (channel.collect()) {
                case NOTHING -> idle(connection);
                case PART -> waiting(wrapper, connection);
                case ENOUGH -> queued(wrapper, channel);
                case END -> SocketState.CLOSED;
            };
        }

        private static SocketState idle(Connection connection) {
            if (connection.phase() == Phase.WORK) {
                connection.enter(Phase.IDLE);
            }
            return SocketState.OPEN;
        }

        private static SocketState waiting(SocketWrapperBase<?> wrapper, Connection connection) {
            wrapper.setReadTimeout(EdgeConfiguration.BETWEEN_BYTES_MILLIS);
            if (wrapper instanceof NioSocketWrapper read) {
                read.updateLastRead();
            }
            return connection.isHeadTooSlow() ? SocketState.CLOSED : SocketState.LONG;
        }

        /** Other threads go on with it, when it is its turn. */
        private static SocketState queued(SocketWrapperBase<?> wrapper, HeldChannel channel) {
            channel.connection().enter(Phase.WORK);
            channel.ready(true);
            wrapper.processSocket(SocketEvent.OPEN_READ, true);
            return SocketState.SUSPENDED;
        }

        private SocketState service(SocketWrapperBase<?> wrapper, HeldChannel channel) throws IOException {
            channel.workedOn(true);
            try {
                return super.service(wrapper);
            } finally {
                channel.workedOn(false);
            }
        }

        private static SocketState leave(SocketWrapperBase<?> wrapper, HeldChannel channel) throws IOException {
            channel.beginToLeave();
            wrapper.setReadTimeout(HeldChannel.LINGER.toMillis());
            return SocketState.LONG;
        }

        private SocketState served(SocketWrapperBase<?> wrapper, HeldChannel channel) throws IOException {
            Connection connection = channel.connection();
            body.connectedBy(channel);
            SocketState state = service(wrapper, channel);
            if (channel.isLeaving() && state == SocketState.CLOSED) {
                return leave(wrapper, channel);
            }
            if (state == SocketState.LONG && !isAsync()) {
                // a head that the container has to make out by itself
                channel.headGoesOn();
                return channel.isWhole() || connection.isHeadTooSlow() ? SocketState.CLOSED : state;
            }
            channel.served();
            if (state == SocketState.OPEN) {
                connection.enter(Phase.IDLE);
                if (channel.next()) {
                    return leave(wrapper, channel);
                }
            } else {
                connection.enter(Phase.WORK);
            }
            return state;
        }
    }
}
