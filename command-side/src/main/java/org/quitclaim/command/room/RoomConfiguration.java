package org.quitclaim.command.room;

import org.quitclaim.eventstore.DiskReserve;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the machine has room for. */
@Configuration(proxyBeanMethods = false)
class RoomConfiguration {
    @Bean
    FileHandles fileHandles() {
        return new FileHandles();
    }

    @Bean
    MachineRoom machineRoom(DiskReserve disk, FileHandles files) {
        return new MachineRoom(disk, files);
    }
}
