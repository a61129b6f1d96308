package org.quitclaim.certificate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quitclaim.certificate.coverage.Covered;

/**
 * What a person gets of one permission: the record of it as it was given, and its digest.
 *
 * <p><b>Guarantees:</b> the same permission gives the same record and the same digest at any time and by whatever way it
 * is asked for; what became of it later is not part of it.
 *
 * <p><b>Source:</b> ISO/IEC TS 27560; R9, R11.
 *
 * @param sha256 of the canonical form (RFC 8785) of the record, in lower-case hex
 */
public record ConsentReceipt(Permission record, String sha256) {
    /** Of the record's members. */
    public static final String SCHEMA = "quitclaim.consent-receipt/1";

    /**
     * A permission as it was given. Instants and dates in ISO 8601.
     *
     * @param recordId of the permission in the history
     * @param piiPrincipalId the person, by her random id
     * @param territories empty for recognition, as are channels and contexts
     * @param contexts the subjects that were named themselves
     * @param anySubjectOf the everyday subjects that "any subject" stood for; none of them counts once it is sensitive
     * @param subjects by code and language what each of the contexts is called
     * @param coverage ALL, COLLECTIONS or PHOTOS, with the ids they are named by
     */
    public record Permission(
            String schemaVersion,
            String recordId,
            String piiPrincipalId,
            String quitclaimId,
            Notice notice,
            String purpose,
            List<String> piiTypes,
            boolean specialCategory,
            String lawfulBasis,
            String jurisdiction,
            List<String> channels,
            List<String> territories,
            List<String> contexts,
            List<String> anySubjectOf,
            Map<String, Map<String, String>> subjects,
            String coverage,
            List<String> coveredIds,
            String validFrom,
            String validUntil,
            String zone,
            String eventTime,
            Signed collection) {
        public Permission {
            piiTypes = List.copyOf(piiTypes);
            channels = List.copyOf(channels);
            territories = List.copyOf(territories);
            contexts = List.copyOf(contexts);
            anySubjectOf = List.copyOf(anySubjectOf);
            subjects = new TreeMap<>(subjects);
            coveredIds = List.copyOf(coveredIds);
        }

        /** Whether it counts only once a second employee has seen whoever gave it. */
        public boolean waitsForSecond() {
            return specialCategory && !collection.method().equals("LINK");
        }

        /** What it covers, for those who put it into words. */
        public Covered covered() {
            return new Covered(
                    channels,
                    territories,
                    contexts,
                    anySubjectOf,
                    coverage,
                    coveredIds,
                    LocalDate.parse(validFrom),
                    LocalDate.parse(validUntil),
                    subjects);
        }
    }

    /**
     * The exact text that was shown.
     *
     * @param sections by element: controller, recipients, retention, withdrawal …
     * @param translations what the same notice is called, and who it says asks, in its other languages
     */
    public record Notice(
            String noticeId,
            String language,
            String sha256,
            String title,
            Map<String, String> sections,
            Map<String, Heading> translations) {
        public Notice {
            sections = new TreeMap<>(sections);
            translations = new TreeMap<>(translations);
        }

        /** In this language, or else as it was shown. */
        public Heading in(String wanted) {
            Heading shown = new Heading(title, sections.getOrDefault("CONTROLLER", ""));
            return wanted.equals(language) ? shown : translations.getOrDefault(wanted, shown);
        }
    }

    public record Heading(String title, String controller) {}

    /** How it was given; representatives are counted, not named. */
    public record Signed(String by, int representatives, String level, String method, String confirmation) {}

    public static ConsentReceipt of(Permission record) {
        return new ConsentReceipt(record, sha256(CanonicalJson.bytes(record)));
    }

    /** The file. */
    public byte[] bytes() {
        return CanonicalJson.bytes(this);
    }

    /** Reads what {@link #bytes} wrote. */
    public static ConsentReceipt read(byte[] json) {
        return CanonicalJson.MAPPER.readValue(new String(json, StandardCharsets.UTF_8), ConsentReceipt.class);
    }

    /** Whether the digest is that of the record. */
    public boolean agrees() {
        return of(record).sha256().equals(sha256);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
