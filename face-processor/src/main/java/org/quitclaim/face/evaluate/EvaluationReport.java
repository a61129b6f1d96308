package org.quitclaim.face.evaluate;

import org.quitclaim.domain.photo.Box;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The report as JSON.
 *
 * <p><b>Shape</b>: {@code {"pack":{"id","version","name","sha256","licence","source","trainingData",
 * "limitsMeasuredOn"},"falsePositiveRate","notEnrolled":{"people","of","portraits":{code:count}},"curve":[see CurveTable],
 * "photos":[{"file":"a.jpg","faces":[{"box":{"x","y","width","height"},"score","label"|null,"distance"|null,
 * "nearest":[{"label","distance"}]}]}]}}; {@code nearest} are the two who are most like the face, named or not.
 *
 * <p><b>Units</b>: boxes are 0..1 of the upright photo, as everywhere in Quitclaim; distances are Euclidean.
 */
final class EvaluationReport {

    private EvaluationReport() {}

    static byte[] toJson(Measured measured) {
        ObjectNode report = JsonMapper.shared().createObjectNode();
        measured.pack().write(report.putObject("pack"));
        report.put("falsePositiveRate", measured.falsePositiveRate());
        write(report.putObject("notEnrolled"), measured.notEnrolled());
        CurveTable.json(measured.curves(), report.putArray("curve"));
        ArrayNode array = report.putArray("photos");
        measured.photos().forEach(photo -> write(array.addObject(), photo));
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(report);
    }

    private static void write(ObjectNode node, NotEnrolled failures) {
        node.put("people", failures.people().some()).put("of", failures.people().all());
        ObjectNode portraits = node.putObject("portraits");
        failures.portraits().forEach(portraits::put);
    }

    private static void write(ObjectNode node, JudgedPhoto photo) {
        node.put("file", photo.file());
        ArrayNode faces = node.putArray("faces");
        photo.faces().forEach(face -> write(faces.addObject(), face));
    }

    private static void write(ObjectNode node, JudgedFace face) {
        Box box = face.found().box();
        node.putObject("box")
                .put("x", box.x())
                .put("y", box.y())
                .put("width", box.width())
                .put("height", box.height());
        node.put("score", face.found().score());
        if (face.named().isPresent()) {
            node.put("label", face.named().get().label());
            node.put("distance", face.named().get().distance());
        } else {
            node.putNull("label");
            node.putNull("distance");
        }
        ArrayNode nearest = node.putArray("nearest");
        face.nearest()
                .forEach(one -> nearest.addObject().put("label", one.label()).put("distance", one.distance()));
    }
}
