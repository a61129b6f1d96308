package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.standalone.Office.Asked;
import tools.jackson.databind.JsonNode;

/** Whoever signs for a child is told of the child, in whatever leaves this system. */
class RepresentedTest {
    private static Asked childWhoseMotherSaidYes(Office office) {
        String child = office.officer()
                .post("/api/persons", Map.of("name", "Kim Voorbeeld", "capacity", "PUPIL", "ageGroup", "MINOR"))
                .orFail()
                .text("personId");
        String mother = office.officer()
                .post(
                        "/api/persons/" + child + "/representatives",
                        Map.of(
                                "name", "Mia Voorbeeld",
                                "role", "PARENT",
                                "verified", true,
                                "sole", true,
                                "authority", "Birth register"))
                .orFail()
                .text("representativeId");
        Answer offered = office.officer()
                .post(
                        "/api/persons/" + child + "/quitclaims",
                        Map.of(
                                "noticeId", office.publishNotice(),
                                "zone", Office.ZONE.getId(),
                                "justification", "The school year book",
                                "asks", List.of(Office.recognition(90), Office.website(90))))
                .orFail();
        Asked asked = office.asked(child, offered);
        Mailboxes.answer(
                        office,
                        asked.page(),
                        Map.of(
                                "language",
                                "en",
                                "answers",
                                List.of(Map.of("ask", 0, "granted", true), Map.of("ask", 1, "granted", true)),
                                "confirmed",
                                true,
                                "representatives",
                                List.of(mother)))
                .orFail();
        return asked;
    }

    private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static List<JsonNode> cases(Office office, Asked child) {
        return office.officer()
                .get("/api/erasure-cases?person=" + child.person())
                .orFail()
                .list("items");
    }

    private static String pdf(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void theArchiveTheReceiptsAndTheLetterOfAChildSpeakOfTheChildAndNotOfTheReader(@TempDir Path folder)
            throws IOException {
        try (Server server = Running.demo(folder.resolve("data"))) {
            Office office = Office.at(server.address());
            Asked child = childWhoseMotherSaidYes(office);
            for (String language : List.of("en", "nl")) {
                Map<String, byte[]> files = unpacked(office.visitor()
                        .get(child.page() + "/export?language=" + language)
                        .orFail()
                        .bytes());
                String page = new String(files.get("data.html"), StandardCharsets.UTF_8);
                assertThat(page)
                        .contains(
                                language.equals("en")
                                        ? "Permission to recognise the person&#39;s face"
                                        : "Toestemming om het gezicht van de persoon te herkennen")
                        .doesNotContain("your face", "uw gezicht");
                assertThat(files.keySet())
                        .filteredOn(name -> name.endsWith(".pdf"))
                        .hasSize(2);
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    if (file.getKey().endsWith(".pdf")) {
                        assertThat(pdf(file.getValue()))
                                .contains("the person you represent", "de persoon die u vertegenwoordigt")
                                .doesNotContain("your face", "Uw gezicht", "photos that show you");
                    }
                }
            }
            office.erase(child.person(), Map.of("evidence", true)).orFail();
            Rest.await(server);
            Rest.until("the screens show the case", () -> !cases(office, child).isEmpty());
            String erasure =
                    cases(office, child).getFirst().path("erasureCaseId").asString();
            assertThat(pdf(office.officer()
                            .get("/api/erasure-cases/" + erasure + "/letter")
                            .orFail()
                            .bytes()))
                    .contains("About the data of the person on the photos", "de persoon op de foto's")
                    .doesNotContain("About your data", "Over uw gegevens");
        }
    }
}
