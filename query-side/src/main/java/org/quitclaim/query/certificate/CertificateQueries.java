package org.quitclaim.query.certificate;

import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Public;
import org.quitclaim.access.Role;
import org.quitclaim.access.edge.CostlyWork;
import org.quitclaim.access.edge.CostlyWork.Kind;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.certificate.ErasureCertificate;
import org.quitclaim.certificate.SignedCertificate;
import org.quitclaim.certificate.Verdict;
import org.quitclaim.certificate.check.CertificateCheck;
import org.quitclaim.certificate.paper.CertificatePaper;
import org.quitclaim.certificate.paper.LetterPaper;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.query.erasure.CaseFacts;
import org.quitclaim.query.organisation.Organisations;
import org.quitclaim.query.web.Asked;
import org.quitclaim.query.web.QueryRejection;
import org.quitclaim.vault.VaultException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Issues certificates and letters, and checks certificates for anybody. */
@RestController
class CertificateQueries {
    static final String CHECK = "/certificates/check";
    private static final Resource PAGE = new ClassPathResource("/static/check.html");

    private final CaseFacts.Lookup cases;
    private final Statements statements;
    private final CertificateKeys keys;
    private final Organisations organisations;
    private final CostlyWork work;

    CertificateQueries(
            CaseFacts.Lookup cases,
            Statements statements,
            CertificateKeys keys,
            Organisations organisations,
            CostlyWork work) {
        this.cases = cases;
        this.statements = statements;
        this.keys = keys;
        this.organisations = organisations;
        this.work = work;
    }

    /**
     * What is to be checked.
     *
     * @param file the certificate in base64
     * @param code that of the person's letter
     */
    record Check(String file, @Nullable String code) {
        @Override
        public String toString() {
            return "Check[hidden]";
        }
    }

    /**
     * What a check comes to.
     *
     * @param flaw why it is not accepted
     * @param opensWithCode whether it was shown to be about the holder of the letter
     */
    record Checked(
            boolean accepted,
            @Nullable String flaw,
            boolean opensWithCode,
            @Nullable ErasureCertificate certificate) {}

    @GetMapping(
            path = "/api/erasure-cases/{id}/certificate",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PDF_VALUE})
    @AllowedFor({Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    ResponseEntity<byte[]> certificate(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept)
            throws VaultException {
        SignedCertificate signed = keys.sign(statement(facts(id)));
        boolean paper = accept != null
                && MediaType.parseMediaTypes(accept).stream()
                        .findFirst()
                        .filter(MediaType.APPLICATION_PDF::equalsTypeAndSubtype)
                        .isPresent();
        return paper
                ? file(MediaType.APPLICATION_PDF, id + ".pdf", CertificatePaper.of(signed))
                : file(MediaType.APPLICATION_JSON, id + ".json", signed.bytes());
    }

    @GetMapping(path = "/api/erasure-cases/{id}/letter", produces = MediaType.APPLICATION_PDF_VALUE)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    ResponseEntity<byte[]> letter(@PathVariable String id) throws VaultException {
        CaseFacts facts = facts(id);
        byte[] letter = LetterPaper.of(
                statement(facts), statements.code(facts), organisations.details(), statements.represented(facts));
        return file(MediaType.APPLICATION_PDF, id + "-letter.pdf", letter);
    }

    @GetMapping(path = CHECK, produces = MediaType.TEXT_HTML_VALUE)
    @Public
    ResponseEntity<Resource> page() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(PAGE);
    }

    @PostMapping(CHECK)
    @Public
    Checked check(@RequestBody Check asked) throws VaultException {
        Optional<String> code = Optional.ofNullable(asked.code()).filter(typed -> !typed.isBlank());
        byte[] file = decoded(asked.file());
        Verdict verdict =
                work.get(Kind.CERTIFICATE_CHECK, () -> CertificateCheck.check(file, Optional.of(keys.known()), code));
        return switch (verdict) {
            case Verdict.Sound sound ->
                new Checked(true, null, sound.opensWithCode(), sound.signed().certificate());
            case Verdict.Refused refused -> new Checked(false, refused.flaw().name(), false, null);
        };
    }

    private static byte[] decoded(String base64) {
        if (base64.length() > CertificateCheck.MOST_BYTES * 2) {
            throw new RejectedException(QueryRejection.NO_CERTIFICATE);
        }
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new RejectedException(QueryRejection.NO_CERTIFICATE);
        }
    }

    private CaseFacts facts(String id) {
        return cases.find(new ErasureCaseId(id)).orElseThrow(Asked::unknownId);
    }

    private ErasureCertificate statement(CaseFacts facts) throws VaultException {
        return statements.of(facts, organisations.details());
    }

    private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .body(bytes);
    }
}
