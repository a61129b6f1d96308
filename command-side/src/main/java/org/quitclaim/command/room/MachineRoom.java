package org.quitclaim.command.room;

import java.util.Optional;
import org.quitclaim.access.problem.RoomCheck;
import org.quitclaim.access.problem.Shortage;
import org.quitclaim.eventstore.DiskReserve;

/**
 * Watches the disk and the open files of this process, so that what can wait is refused while there is still enough for
 * what cannot.
 */
final class MachineRoom implements RoomCheck {
    private final DiskReserve disk;
    private final FileHandles files;

    public MachineRoom(DiskReserve disk, FileHandles files) {
        this.disk = disk;
        this.files = files;
    }

    @Override
    public Optional<Shortage> shortage() {
        if (disk.standing().level() != DiskReserve.Standing.Level.ENOUGH) {
            return Optional.of(Shortage.DISK);
        }
        if (!disk.takesFiles()) {
            return Optional.of(Shortage.FILES);
        }
        return files.areShort() ? Optional.of(Shortage.FILE_HANDLES) : Optional.empty();
    }
}
