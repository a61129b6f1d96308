package org.quitclaim.query.breach;

import org.quitclaim.command.CommandSideConfiguration;

/** Breaks a rule on purpose. */
record AsksTheCommandSide(CommandSideConfiguration other) {}
