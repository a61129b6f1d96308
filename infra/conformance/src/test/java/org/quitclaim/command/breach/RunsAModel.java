package org.quitclaim.command.breach;

import ai.onnxruntime.OrtSession;

/** Breaks a rule on purpose. */
record RunsAModel(OrtSession session) {}
