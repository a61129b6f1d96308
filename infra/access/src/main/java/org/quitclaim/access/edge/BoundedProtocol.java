package org.quitclaim.access.edge;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;
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

        Counted(Connections connections) {
            this.connections = connections;
        }

        @Override
        protected boolean setSocketOptions(SocketChannel channel) {
            connections.opened(channel);
            return super.setSocketOptions(channel);
        }
    }

    private static final class Timed extends Http11Processor {
        private final Connections connections;
        private final RequestBody body;

        Timed(BoundedProtocol protocol, Adapter adapter) {
            super(protocol, adapter);
            this.connections = protocol.connections();
            this.body = new RequestBody(connections, request);
        }

        @Override
        public SocketState service(SocketWrapperBase<?> wrapper) throws IOException {
            if (!(wrapper.getSocket() instanceof NioChannel channel)) {
                return super.service(wrapper);
            }
            Connection connection = connections.of(channel.getIOChannel());
            connection.headBegins();
            body.connectedBy(connection);
            SocketState state = super.service(wrapper);
            if (state == SocketState.LONG && !isAsync()) {
                // the head is not complete; it may have begun in the same packet as the request before it
                connection.headGoesOn();
                return connection.isHeadTooSlow() ? SocketState.CLOSED : state;
            }
            connection.enter(state == SocketState.OPEN ? Phase.IDLE : Phase.WORK);
            return state;
        }
    }
}
