package org.quitclaim.access.problem;

import org.springframework.http.HttpStatus;

/** Why a request is refused before anybody thinks about what it asks. */
public enum RequestRejection implements EdgeRejection {
    MALFORMED(
            HttpStatus.BAD_REQUEST,
            "request.malformed",
            "The body cannot be read; send well-formed JSON with fields of the right type."),
    MALFORMED_ADDRESS(
            HttpStatus.BAD_REQUEST,
            "request.malformed-address",
            "The address is not well-formed; write what is special in it as UTF-8, each byte as % and two hexadecimal"
                    + " digits."),
    MALFORMED_FORM(
            HttpStatus.BAD_REQUEST,
            "request.malformed-form",
            "The form cannot be read; write what is special in it as UTF-8, each byte as % and two hexadecimal"
                    + " digits."),
    MALFORMED_PARTS(
            HttpStatus.BAD_REQUEST,
            "request.malformed-parts",
            "The parts of this body cannot be read; send multipart/form-data with a boundary, and each part with a name"
                    + " and a short head."),
    PART_HEAD_TOO_LONG(
            HttpStatus.BAD_REQUEST,
            "request.part-head-too-long",
            "The head of a part has more than 2048 bytes, mostly because of the name of the file; give the file a"
                    + " shorter name."),
    TOO_MANY_PARTS(
            HttpStatus.CONTENT_TOO_LARGE,
            "request.too-many-parts",
            "This has more parts than are read here; send one file with its fields at a time."),
    ADDRESS_REFUSED(
            HttpStatus.BAD_REQUEST,
            "request.address-refused",
            "The address has something in it that is not accepted here, such as ; or \\ or // or a control character;"
                    + " copy it from an answer of this server."),
    HEADER_REFUSED(
            HttpStatus.BAD_REQUEST,
            "request.header-refused",
            "A header has a control character or a host that is not accepted here; send headers as plain text."),
    INVALID_PARAMETER(
            HttpStatus.BAD_REQUEST,
            "request.invalid-parameter",
            "A parameter in the address has a value that is not possible there."),
    MISSING_PARAMETER(
            HttpStatus.BAD_REQUEST,
            "request.missing-parameter",
            "A parameter, header or part that is needed is missing."),
    BAD_REQUEST(
            HttpStatus.BAD_REQUEST,
            "request.refused",
            "This request cannot be understood; check it against the interface description."),
    UNKNOWN_ID(
            HttpStatus.NOT_FOUND,
            "request.unknown-id",
            "There is nothing with this id here; copy the id from an answer of this server."),
    UNKNOWN_PATH(HttpStatus.NOT_FOUND, "request.unknown-path", "There is nothing at this address."),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED,
            "request.method-not-allowed",
            "This address does not support this method; the header Allow names those it does."),
    NO_SUCH_RANGE(
            HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
            "request.no-such-range",
            "The header Range asks for a part that this does not have; leave it out."),
    NO_SUCH_FORMAT(
            HttpStatus.NOT_ACCEPTABLE,
            "request.no-such-format",
            "This cannot be answered in the format asked for. Accept the one in brackets, or application/json where there is"
                    + " none."),
    CONFLICT(
            HttpStatus.CONFLICT,
            "request.conflict",
            "Somebody changed this at the same moment; load it again and repeat."),
    TOO_LARGE(
            HttpStatus.CONTENT_TOO_LARGE,
            "photo.too-large",
            "This file is larger than this installation accepts; send a smaller one."),
    BODY_TOO_LARGE(
            HttpStatus.CONTENT_TOO_LARGE,
            "request.too-large",
            "The body is larger than this address reads; JSON and forms may have one megabyte."),
    BODY_TOO_SLOW(
            HttpStatus.REQUEST_TIMEOUT,
            "request.too-slow",
            "The body did not come in time; send it again over a faster connection."),
    MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "request.media-type",
            "This content type is not read here; send application/json, or multipart/form-data for files."),
    BODY_ENCODED(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "request.body-encoded",
            "Bodies are read as they are, in UTF-8: send it without Content-Encoding, and with charset=utf-8 or none."),
    UNACCEPTABLE_VALUE(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "request.unacceptable-value",
            "A value is well-formed but not possible here; check lengths, ranges and dates."),
    HISTORY_DAMAGED(
            HttpStatus.CONFLICT,
            "history.stream-damaged",
            "An event of this history is missing or cannot be read. Nothing of it is used, and meanwhile it counts as a"
                    + " no; the compliance officer can have it restored from a backup."),
    SIGNING_STOPPED(
            HttpStatus.SERVICE_UNAVAILABLE,
            "signing.keys-differ",
            "The published keys are not those that sign here, so nothing is signed until whoever runs the system has"
                    + " put it right. Everything else works."),
    KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "request.key-reused",
            "This Idempotency-Key was sent before with something else in the request; take a new key."),
    SERVER_ERROR(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "server.error",
            "Something went wrong here; nothing is known to be wrong with the request. Give the incident number to"
                    + " whoever runs the system."),
    BUSY(
            HttpStatus.SERVICE_UNAVAILABLE,
            "server.busy",
            "The server did not get round to this in time; try again in a moment.");

    private final HttpStatus status;
    private final String code;
    private final String advice;

    RequestRejection(HttpStatus status, String code, String advice) {
        this.status = status;
        this.code = code;
        this.advice = advice;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String advice() {
        return advice;
    }

    @Override
    public boolean isIncident() {
        return this == SERVER_ERROR;
    }
}
