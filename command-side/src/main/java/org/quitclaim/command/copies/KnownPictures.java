package org.quitclaim.command.copies;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.InputRejection;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.work.Background;
import org.quitclaim.command.work.StartOrder;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.face.copies.CopyIndex;
import org.quitclaim.face.copies.CopyIndex.Version;
import org.quitclaim.face.copies.PictureDigest;
import org.quitclaim.face.copies.PictureDigest.Digest;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.Opening;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * What is known of every photo and of every version of it in memory, read from the vault after a start.
 *
 * <p><b>Guarantees:</b> nothing about a photo is here whose key was {@linkplain #forget shredded}, also when it was being read
 * at that moment. Who asks before everything was read waits, and is refused in the end: an answer that leaves photos out
 * would be a wrong one. Digests are in no event, no list and no log.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class KnownPictures extends Background {
    private static final Logger LOG = LoggerFactory.getLogger(KnownPictures.class);
    private static final Accessor LOADER = new Accessor.SystemTask("picture-loading");
    private static final AccessReason REASON = new AccessReason(LOADER, Origin.SYSTEM, AccessPurpose.INDEXING, "");
    private static final int PAGE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BEFORE_THE_NEXT_TRY = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofDays(1);

    private static final InputRejection BEING_READ = new InputRejection(
            "copies.being-read",
            "After the start it is still being read which pictures are known here, so nobody can say whether this is"
                    + " one of them. Try again in a moment.",
            HttpStatus.SERVICE_UNAVAILABLE);

    private final CopyIndex known;
    private final WorkIndex index;
    private final UpToDate upToDate;
    private final Vault vault;
    private final CountDownLatch read = new CountDownLatch(1);
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong unreadable = new AtomicLong();
    private volatile long all = -1;

    public KnownPictures(CopyIndex known, WorkIndex index, UpToDate upToDate, Vault vault) {
        super("picture-loading", StartOrder.TELLING);
        this.known = known;
        this.index = index;
        this.upToDate = upToDate;
        this.vault = vault;
    }

    /**
     * How far it is.
     *
     * @param photos of how many photos something was or will be read; -1 before that is known
     * @param unreadable of how many photos it could not be, because of damage
     */
    public record Progress(boolean finished, long read, long photos, long unreadable) {}

    /** @param version empty of the photo itself */
    private record Stored(String photo, String version, int generation, RecordId record) {
        boolean isVersion() {
            return !version.isEmpty();
        }
    }

    public Progress progress() {
        return new Progress(isRead(), done.get(), all, unreadable.get());
    }

    /** From now on; the caller has it sealed under this generation of the photo's key. */
    public void put(PhotoId photo, int generation, PictureDigest digest) {
        known.put(photo, generation, digest);
    }

    /** The same of a version: what left looks like nothing that came in. */
    public void put(Version version, int generation, PictureDigest digest) {
        known.put(version, generation, digest);
    }

    /** Whatever lay under this key is gone. */
    public void forget(KeyRef key) {
        if (key.scope() == KeyScope.PHOTO && key.owner().value().startsWith(PhotoId.PREFIX)) {
            known.forget(new PhotoId(key.owner().value()), key.generation().number());
        }
    }

    /** Whether everything was read, so that nobody has to wait. */
    public boolean isRead() {
        return read.getCount() == 0;
    }

    public Optional<PictureDigest> of(PhotoId photo) {
        return all().of(photo);
    }

    public List<PhotoId> sameFile(Digest content) {
        return all().sameFile(content);
    }

    public List<PhotoId> samePicture(PictureDigest digest) {
        return all().samePicture(digest);
    }

    public List<PhotoId> alike(PictureDigest digest, int most) {
        return all().alike(digest, most);
    }

    public List<Version> sameVersion(PictureDigest digest) {
        return all().sameVersion(digest);
    }

    public List<Version> alikeVersions(PictureDigest digest, int most) {
        return all().alikeVersions(digest, most);
    }

    /** This photo and those of the same pixels, removed ones too as long as their keys are there. */
    public List<PhotoId> samePicture(PhotoId photo) {
        return all().of(photo)
                .map(digest -> Stream.concat(Stream.of(photo), known.samePicture(digest).stream())
                        .distinct()
                        .toList())
                .orElse(List.of(photo));
    }

    private CopyIndex all() {
        try {
            if (!read.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new RejectedException(BEING_READ);
            }
            return known;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RejectedException(BEING_READ);
        }
    }

    @Override
    protected void round() throws InterruptedException {
        if (isRead()) {
            wokenWithin(IDLE);
            return;
        }
        try {
            load();
            read.countDown();
        } catch (VaultException | RuntimeException e) {
            LOG.warn(
                    "Known pictures could not be read; tried again ({}).",
                    e.getClass().getSimpleName());
            wokenWithin(BEFORE_THE_NEXT_TRY);
        }
    }

    private void load() throws VaultException {
        upToDate.await();
        done.set(0);
        unreadable.set(0);
        all = index.all("select count(*) from picture where version = ''", row -> row.getLong(1))
                .getFirst();
        List<Stored> page = page("", "");
        while (!page.isEmpty() && isRunning()) {
            read(page);
            done.addAndGet(page.stream().filter(one -> !one.isVersion()).count());
            page = page(page.getLast().photo(), page.getLast().version());
        }
        if (unreadable.get() > 0) {
            LOG.error(
                    "Of {} photos it could not be read by what they are known again: copies of them are not found.",
                    unreadable);
        }
    }

    private List<Stored> page(String photo, String version) {
        return index.all(
                "select photo, version, generation, record from picture where (photo, version) > (?, ?)"
                        + " order by photo, version limit " + PAGE,
                row -> new Stored(row.getString(1), row.getString(2), row.getInt(3), new RecordId(row.getString(4))),
                photo,
                version);
    }

    private void read(List<Stored> page) throws VaultException {
        Map<RecordId, Stored> wanted = new LinkedHashMap<>();
        page.forEach(one -> wanted.put(one.record(), one));
        for (Map.Entry<RecordId, Opening> one :
                vault.openAll(new ArrayList<>(wanted.keySet()), REASON).entrySet()) {
            Stored stored = wanted.get(one.getKey());
            switch (one.getValue()) {
                case Opening.Opened opened
                when stored != null -> add(stored, opened.content().bytes());
                case Opening.Opened other -> {}
                case Opening.Refused refused
                when refused.reason() instanceof VaultException.IntegrityFailure -> unreadable.incrementAndGet();
                // shredded, or never stored: nothing is known of it
                case Opening.Refused refused -> {}
            }
        }
    }

    private void add(Stored stored, byte[] digest) throws VaultException {
        PhotoId photo = new PhotoId(stored.photo());
        PictureDigest known = PictureDigest.read(digest);
        if (stored.isVersion()) {
            put(new Version(photo, new RenditionId(stored.version())), stored.generation(), known);
        } else {
            put(photo, stored.generation(), known);
        }
        KeyRef key = KeyRef.of(photo, KeyScope.PHOTO, new KeyGeneration(stored.generation()));
        // shredded while it was on its way here: whoever did that may have told us before
        if (!vault.state(key).equals(Optional.of(KeyState.ACTIVE))) {
            forget(key);
        }
    }
}
