package org.quitclaim.command.room;

import java.util.List;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.Shortage;
import org.quitclaim.eventstore.DiskReserve;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the machine still has, for whoever runs it. */
@RestController
@RequestMapping("/api/governance/room")
class RoomController {
    private final DiskReserve disk;
    private final FileHandles files;
    private final MachineRoom room;

    RoomController(DiskReserve disk, FileHandles files, MachineRoom room) {
        this.disk = disk;
        this.files = files;
        this.room = room;
    }

    /**
     * @param lacking stable codes of what runs out, as those who are refused read them; none while there is enough
     * @param diskFreeBytes on the disk of the data folder, without the reserve
     * @param diskLowBytes with less free, what can wait is refused
     * @param reserveBytes what is left of what is kept for withdrawals, objections, erasures and refusals
     * @param wholeReserveBytes what should be kept for them
     * @param filesOpen files and connections of this process
     * @param filesAllowed by the system
     */
    record Room(
            List<String> lacking,
            long diskFreeBytes,
            long diskLowBytes,
            long reserveBytes,
            long wholeReserveBytes,
            long filesOpen,
            long filesAllowed) {}

    @GetMapping
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER})
    Room room() {
        DiskReserve.Standing now = disk.standing();
        return new Room(
                room.shortage().map(Shortage::code).stream().toList(),
                now.free(),
                now.low(),
                now.reserve(),
                now.wholeReserve(),
                files.open(),
                files.allowed());
    }
}
