package org.quitclaim.face.embed;

import java.util.List;
import org.quitclaim.face.permit.PermitRefusal;
import org.quitclaim.face.quality.QualityFault;

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

    /** The face is no good to enrol; no vector was computed. Source: R83. */
    record Unfit(QualityFault fault) implements Embedding {}

    /** No network was run. */
    record Refused(PermitRefusal reason) implements Embedding {}
}
