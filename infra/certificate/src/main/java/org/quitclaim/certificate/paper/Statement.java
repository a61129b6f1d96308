package org.quitclaim.certificate.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quitclaim.certificate.ErasureCertificate;
import org.quitclaim.certificate.ErasureCertificate.DestroyedKey;
import org.quitclaim.certificate.ErasureCertificate.Residual;
import org.quitclaim.certificate.ErasureCertificate.Status;
import org.quitclaim.certificate.ErasureCertificate.Step;
import org.quitclaim.certificate.Milestone;

/** Says a certificate in one language. */
final class Statement {
    private static final float SIZE = Sheet.SMALLEST;

    private final Column column;
    private final Words words;

    Statement(Column column, Words words) {
        this.column = column;
        this.words = words;
    }

    void write(ErasureCertificate certificate) throws IOException {
        column.paragraph(words.say("title"), Face.BOLD, 17, Column.ACCENT);
        column.skip(2);
        status(certificate);
        column.skip(2);
        plain(words.say("lead"));
        order(certificate.order());
        keys(certificate);
        method(certificate.method());
        copies(certificate);
        steps(certificate.steps());
        remnantSearch(certificate);
        remains(certificate);
        column.heading(words.say("heading.by"));
        plain(words.code("role", certificate.carriedOutBy()));
        column.heading(words.say("heading.second-person"));
        secondPerson(certificate.secondPerson());
        column.heading(words.say("heading.proves"));
        plain(words.say("proves"));
    }

    private void status(ErasureCertificate certificate) throws IOException {
        Status status = certificate.status();
        column.paragraph(words.say("status." + status), Face.BOLD, 9, CertificatePaper.colour(status));
        if (status == Status.PROVISIONAL) {
            plain(words.say("status.why"));
        }
    }

    private void order(ErasureCertificate.Order order) throws IOException {
        column.heading(words.say("heading.order"));
        plain(words.code("cause", order.cause()));
        plain(words.say("order.dates", words.moment(order.openedAt()), words.day(order.dueOn())));
        if (order.closedAt() != null) {
            plain(words.say("order.closed", words.moment(order.closedAt())));
        }
    }

    /** Whether photos stay with a covered original, so that the key that went was that of the untouched one. */
    static boolean coversPhotos(ErasureCertificate certificate) {
        return certificate.steps().stream().anyMatch(step -> step.code().equals("PHOTOS_COVERED"));
    }

    /** What went the same way at the same time is said once, with how many there were; each key keeps its line. */
    private void keys(ErasureCertificate certificate) throws IOException {
        column.heading(words.say("heading.what"));
        Map<Gone, List<DestroyedKey>> alike = new LinkedHashMap<>();
        for (DestroyedKey key : certificate.keys()) {
            boolean covered = coversPhotos(certificate) && key.scope().equals("PHOTO");
            Gone gone = new Gone(covered ? "PHOTO.covered" : key.scope(), key.keyDestroyed(), key.ciphertextDeleted());
            alike.computeIfAbsent(gone, one -> new ArrayList<>()).add(key);
        }
        for (Map.Entry<Gone, List<DestroyedKey>> one : alike.entrySet()) {
            gone(one.getKey(), one.getValue());
        }
    }

    private record Gone(String scope, Milestone keyDestroyed, Milestone ciphertextDeleted) {}

    private void gone(Gone gone, List<DestroyedKey> keys) throws IOException {
        String count = keys.size() == 1 ? "key.count.one" : "key.count.many";
        column.paragraph(words.say(count, words.code("scope", gone.scope()), keys.size()), Face.BOLD, SIZE, Column.INK);
        pair("key.destroyed", gone.keyDestroyed());
        pair("key.ciphertext", gone.ciphertextDeleted());
        for (DestroyedKey key : keys) {
            plain(words.say("key.id", key.keyId(), key.generation(), key.records()));
        }
    }

    private void method(ErasureCertificate.Method method) throws IOException {
        plain(words.say("method", method.sealedWith(), method.strengthBits(), method.wrappedWith()));
    }

    private void copies(ErasureCertificate certificate) throws IOException {
        column.heading(words.say("heading.copies"));
        pair("copies.backups", certificate.keyBackupsUseless());
        pair("copies.images", certificate.machineImagesExpired());
    }

    private void steps(List<Step> steps) throws IOException {
        if (!steps.isEmpty()) {
            column.heading(words.say("heading.steps"));
        }
        for (Step step : steps) {
            column.bullet(words.code("step", step.code()) + ": " + words.milestone(step.milestone()), SIZE);
        }
    }

    private void remnantSearch(ErasureCertificate certificate) throws IOException {
        column.heading(words.say("heading.checks"));
        for (String check : certificate.checks()) {
            column.bullet(words.code("check", check), SIZE);
        }
        column.bullet(
                words.say(
                        "remnantSearch",
                        words.milestone(certificate.remnantSearch().clean())),
                SIZE);
        List<String> stores = certificate.remnantSearch().stores();
        if (!stores.isEmpty()) {
            column.bullet(
                    words.say(
                            "remnantSearch.stores",
                            stores.stream()
                                    .map(store -> words.code("store", store))
                                    .distinct()
                                    .collect(Collectors.joining(", "))),
                    SIZE);
        }
    }

    private void remains(ErasureCertificate certificate) throws IOException {
        column.heading(words.say("heading.remains"));
        for (Residual residual : certificate.residuals()) {
            column.bullet(words.residual(residual, false), SIZE);
        }
    }

    private void secondPerson(ErasureCertificate.SecondPerson second) throws IOException {
        String rule = "second-person." + second.rule();
        plain(second.since() == null ? words.say(rule) : words.say(rule, words.moment(second.since())));
    }

    private void pair(String label, Milestone milestone) throws IOException {
        plain(words.say(label) + " " + words.milestone(milestone));
    }

    private void plain(String text) throws IOException {
        column.paragraph(text, Face.PLAIN, SIZE, Column.INK);
    }
}
