package org.quitclaim.query.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Reach;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.query.web.QueryRejection;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.Opening;
import org.quitclaim.vault.SealedRecords;
import org.quitclaim.vault.VaultException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Opens names for the people who may see them; what was opened, by whom and why is written down before they do. */
@RestController
class NameQueries {
    private static final int MOST = 200;

    private final List<SealedNames> sources;
    private final SealedRecords vault;

    NameQueries(List<SealedNames> sources, SealedRecords vault) {
        this.sources = List.copyOf(sources);
        this.vault = vault;
    }

    /** @param ids of persons, collections and photos */
    record Wanted(List<String> ids) {}

    /**
     * @param names by id; whoever was erased, is restricted, unknown or none of the caller's business has none
     * @param unreadable whose name is there and opens to nobody, because it or its key is damaged
     */
    record Names(Map<String, String> names, List<String> unreadable) {
        @Override
        public String toString() {
            return "Names[" + names.size() + " hidden]";
        }
    }

    @PostMapping("/api/names")
    @AllowedFor({Role.PHOTOGRAPHER, Role.EDITOR, Role.COMPLIANCE_OFFICER})
    Names open(@RequestBody Wanted wanted, Actor actor, Reach reach) throws VaultException {
        if (wanted.ids().isEmpty() || wanted.ids().size() > MOST) {
            throw new RejectedException(QueryRejection.TOO_MANY);
        }
        Map<String, RecordId> records = new LinkedHashMap<>();
        for (SealedNames source : sources) {
            List<String> mine = wanted.ids().stream()
                    .filter(id -> id.startsWith(source.prefix()))
                    .distinct()
                    .toList();
            if (!mine.isEmpty()) {
                records.putAll(source.records(mine, new Viewer(actor, reach)));
            }
        }
        return opened(records, actor);
    }

    private Names opened(Map<String, RecordId> records, Actor actor) throws VaultException {
        if (records.isEmpty()) {
            return new Names(Map.of(), List.of());
        }
        Map<RecordId, Opening> openings =
                vault.openAll(new ArrayList<>(records.values()), actor.reason(AccessPurpose.DISPLAY));
        Map<String, String> names = new HashMap<>();
        List<String> unreadable = new ArrayList<>();
        records.forEach((id, record) -> {
            switch (openings.get(record)) {
                case Opening.Opened opened ->
                    names.put(id, NameForm.of(opened.content().text()));
                case Opening.Refused(VaultException.IntegrityFailure damaged) -> unreadable.add(id);
                case Opening.Refused gone -> {}
                case null -> {}
            }
        });
        return new Names(names, unreadable);
    }
}
