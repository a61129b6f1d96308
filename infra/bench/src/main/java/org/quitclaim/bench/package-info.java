/** Measures the budgets of the architecture, each beside a baseline of the same run. */
@NullMarked
package org.quitclaim.bench;

import org.jspecify.annotations.NullMarked;
