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
import org.quitclaim.vault.embedded.VaultFolders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a launcher verb speaks with the server that has the data folder: a socket file in it that only the folder's owner
 * can open. Whoever can open it can read the folder anyway; it accepts two commands: rotate, and say
 * whether the folders are these.
 *
 * <p><b>Shape:</b> the {@link NamedFolders} of the caller, then the line that asks, {@code rotate-epoch} or
 * {@code compare}; lines answer: {@code progress <text>}, then one of {@code retired <text>}, {@code same} and
 * {@code refused <code> <text>}. The code never changes, as in a problem detail; the text may.
 */
final class ControlSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);
    private static final String NAME = "control.sock";
    private static final String ROTATE = "rotate-epoch";
    private static final String COMPARE = "compare";
    private static final String REFUSED = "refused ";
    private static final String OTHER_FOLDERS = "control.other-folders";
    private static final String NOT_UNDERSTOOD = "control.not-understood";
    private static final String MISTAKE = "control.mistake";
    /** The kernel takes 108 bytes, some take fewer. */
    private static final int LONGEST_PATH = 100;

    private final Path file;
    private final @Nullable ServerSocketChannel server;
    private final VaultFolders folders;
    private final NamedFolders.Kept kept;
    private final Epochs epochs;

    private ControlSocket(
            Path file,
            @Nullable ServerSocketChannel server,
            VaultFolders folders,
            NamedFolders.Kept kept,
            Epochs epochs) {
        this.file = file;
        this.server = server;
        this.folders = folders;
        this.kept = kept;
        this.epochs = epochs;
    }

    /** Listens until closed; where the path is too long for a socket nobody can ask, and the verb says what to do. */
    static ControlSocket open(VaultFolders folders, NamedFolders.Kept kept, Epochs epochs) throws IOException {
        Path file = folders.data().resolve(NAME);
        if (file.toString().length() > LONGEST_PATH) {
            return new ControlSocket(file, null, folders, kept, epochs);
        }
        Files.deleteIfExists(file);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(file));
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rw-------"));
        }
        ControlSocket socket = new ControlSocket(file, server, folders, kept, epochs);
        Thread.ofVirtual().name("control-socket").start(() -> socket.serve(server));
        return socket;
    }

    /** Asks the server of this data folder to rotate; empty if none is listening. */
    static Optional<Boolean> rotate(Path data, NamedFolders named, Consumer<String> say) throws IOException {
        return ask(data, named, ROTATE, say).map(last -> last.startsWith("retired "));
    }

    /** Why the folders that the caller named are not those of the server of this data folder, if one is listening. */
    static Optional<String> otherFolders(Path data, NamedFolders named) throws IOException {
        return ask(data, named, COMPARE, line -> {})
                .filter(last -> last.startsWith(REFUSED))
                .map(ControlSocket::shown);
    }

    /** For a human: the text, and its code behind it. */
    private static String shown(String line) {
        if (!line.startsWith(REFUSED)) {
            return line.replaceFirst("^\\S+ ", "");
        }
        String[] parts = line.split(" ", 3);
        return parts.length == 3 ? parts[2] + " [" + parts[1] + ']' : line;
    }

    private static String refusal(String code, String text) {
        return REFUSED + code + ' ' + text;
    }

    /** @return the last line of the answer */
    private static Optional<String> ask(Path data, NamedFolders named, String what, Consumer<String> say)
            throws IOException {
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
            named.lines().forEach(out::println);
            out.println(what);
            String last = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                say.accept(shown(line));
                last = line;
            }
            return Optional.of(last);
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
        } catch (IOException | IllegalArgumentException callerWentAway) {
            // nobody is left to tell, or it was no verb that spoke
        }
    }

    private void answer(SocketChannel caller) throws IOException {
        BufferedReader in = new BufferedReader(Channels.newReader(caller, StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(Channels.newWriter(caller, StandardCharsets.UTF_8), true);
        NamedFolders named = NamedFolders.NONE;
        String line = in.readLine();
        for (; line != null && NamedFolders.isLine(line); line = in.readLine()) {
            named = named.and(line);
        }
        Optional<String> other = named.against(folders, kept);
        if (other.isPresent()) {
            out.println(refusal(OTHER_FOLDERS, other.get()));
        } else if (COMPARE.equals(line)) {
            out.println("same");
        } else if (ROTATE.equals(line)) {
            rotate(out);
        } else {
            out.println(refusal(NOT_UNDERSTOOD, "This is not understood."));
        }
    }

    private void rotate(PrintWriter out) {
        try {
            EpochRetired retired = epochs.rotate(progress -> out.println("progress " + RotateVerb.said(progress)));
            out.println("retired " + RotateVerb.said(retired));
        } catch (VaultException e) {
            out.println(refusal(e.code(), String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            LOG.error("A mistake in the program; the epoch was not retired.", e);
            out.println(refusal(
                    MISTAKE, "A mistake in the program; the server's log says more. Nothing is lost: rotate again."));
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
