package org.quitclaim.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quitclaim.vault.EpochRetired;
import org.quitclaim.vault.Epochs;
import org.quitclaim.vault.VaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a launcher verb speaks with the server that has the data folder: a socket file in it that only the folder's owner
 * can open. Whoever can open it can read the folder anyway; nothing is to be had over it but a rotation.
 *
 * <p><b>Shape:</b> one line asks, {@code rotate-epoch}; lines answer: {@code progress <done> <total>}, then one of
 * {@code retired <epoch> <text>} and {@code refused <text>}.
 */
final class ControlSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);
    private static final String NAME = "control.sock";
    private static final String ROTATE = "rotate-epoch";
    /** The kernel takes 108 bytes, some take fewer. */
    private static final int LONGEST_PATH = 100;

    private final Path file;
    private final @Nullable ServerSocketChannel server;
    private final Epochs epochs;

    private ControlSocket(Path file, @Nullable ServerSocketChannel server, Epochs epochs) {
        this.file = file;
        this.server = server;
        this.epochs = epochs;
    }

    /** Listens until closed; where the path is too long for a socket nobody can ask, and the verb says what to do. */
    static ControlSocket open(Path data, Epochs epochs) throws IOException {
        Path file = data.resolve(NAME);
        if (file.toString().length() > LONGEST_PATH) {
            return new ControlSocket(file, null, epochs);
        }
        Files.deleteIfExists(file);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(file));
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rw-------"));
        }
        ControlSocket socket = new ControlSocket(file, server, epochs);
        Thread.ofVirtual().name("control-socket").start(() -> socket.serve(server));
        return socket;
    }

    /** Asks the server of this data folder to rotate; empty if none is listening. */
    static Optional<Boolean> rotate(Path data, Consumer<String> say) throws IOException {
        Path file = data.toAbsolutePath().resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            if (!connected(channel, file)) {
                return Optional.empty();
            }
            PrintWriter out = new PrintWriter(Channels.newWriter(channel, StandardCharsets.UTF_8), true);
            BufferedReader in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
            out.println(ROTATE);
            String last = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                say.accept(line.replaceFirst("^\\S+ ", ""));
                last = line;
            }
            return Optional.of(last.startsWith("retired "));
        }
    }

    /** A file without a listener was left by a server that was killed. */
    private static boolean connected(SocketChannel channel, Path file) {
        try {
            return channel.connect(UnixDomainSocketAddress.of(file));
        } catch (IOException e) {
            return false;
        }
    }

    private void serve(ServerSocketChannel listening) {
        while (listening.isOpen()) {
            try {
                SocketChannel caller = listening.accept();
                Thread.ofVirtual().name("control-caller").start(() -> attend(caller));
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException callerWentAway) {
                // the next one may come
            }
        }
    }

    /** Each caller has a thread: one that says nothing keeps nobody waiting, and a second one hears of the first. */
    private void attend(SocketChannel caller) {
        try (caller) {
            answer(caller);
        } catch (IOException callerWentAway) {
            // nobody is left to tell
        }
    }

    private void answer(SocketChannel caller) throws IOException {
        BufferedReader in = new BufferedReader(Channels.newReader(caller, StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(Channels.newWriter(caller, StandardCharsets.UTF_8), true);
        if (!ROTATE.equals(in.readLine())) {
            out.println("refused This is not understood.");
            return;
        }
        try {
            EpochRetired retired = epochs.rotate(progress -> out.println("progress " + RotateVerb.said(progress)));
            out.println("retired " + RotateVerb.said(retired));
        } catch (VaultException e) {
            out.println("refused " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("A mistake in the program; the epoch was not retired.", e);
            out.println("refused A mistake in the program; the server's log says more. Nothing is lost: rotate again.");
        }
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
            Files.deleteIfExists(file);
        }
    }
}
