package org.quitclaim.command.breach;

/** Breaks a rule on purpose. */
final class Evaluates {
    Class<?> measures() {
        return org.quitclaim.face.evaluate.EvaluateCommand.class;
    }
}
