package org.quitclaim.command.photo;

import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.InputRejection;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartFile;

/** What a file is called where it came from. */
final class FileName {
    /** As file systems have it. */
    private static final int LONGEST = 255;

    private FileName() {}

    /** Empty if it has none. */
    static String of(MultipartFile file) {
        String name = file.getOriginalFilename();
        if (name != null && name.length() > LONGEST) {
            throw new RejectedException(new InputRejection(
                    "photo.name-too-long",
                    "The name of the file is too long; give it a shorter one. The most letters are:",
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    Integer.toString(LONGEST)));
        }
        if (name != null && name.codePoints().anyMatch(Input::misleads)) {
            throw new RejectedException(new InputRejection(
                    "photo.name-refused",
                    "The name of the file holds control characters, or some that turn the direction of writing; give it"
                            + " another name.",
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    ""));
        }
        return name == null ? "" : name;
    }
}
