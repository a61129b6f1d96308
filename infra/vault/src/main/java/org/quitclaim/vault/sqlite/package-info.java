/** Wrapped keys and sealed rows in two SQLite files, and what it takes to make SQLite forget. */
@NullMarked
package org.quitclaim.vault.sqlite;

import org.jspecify.annotations.NullMarked;
