package org.quitclaim.face.embed;

import java.util.List;
import org.quitclaim.face.permit.PermitRefusal;

/** What became of the wish to embed. */
public sealed interface Embedding {

    /** One probe per face of the permit, in its order; closing this overwrites all of them. */
    record Computed(List<FaceProbe> probes) implements Embedding, AutoCloseable {

        public Computed {
            probes = List.copyOf(probes);
        }

        @Override
        public void close() {
            probes.forEach(FaceProbe::close);
        }
    }

    /** No network was run. */
    record Refused(PermitRefusal reason) implements Embedding {}
}
