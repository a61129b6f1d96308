package org.quitclaim.command.governance;

import org.quitclaim.command.faceprint.RecognitionModel;
import org.quitclaim.domain.governance.RecognitionMethod;
import org.quitclaim.face.pack.ModelPack.Provenance;

/** With what people are recognised here since the start, and where that comes from in the words of whoever made it. */
record MethodInUse(RecognitionMethod method, Provenance provenance) {
    MethodInUse(RecognitionModel model, RecognitionMethod method) {
        this(method, model.pack().provenance());
    }
}
