package org.quitclaim.face.evaluate;

import java.nio.file.Path;
import java.util.List;

/** Somebody who agreed to be looked for, with the portraits in the folder of that name. */
record TestPerson(String label, List<Path> portraits) {}
