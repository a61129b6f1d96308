package org.quitclaim.query.projection;

import java.util.List;

/** Is told what was written, after it was. */
@FunctionalInterface
public interface Changes {
    void written(List<Change> changes, long position);
}
