/** The filter chains, headers, JSON strictness and request log that every process shares. */
@NullMarked
package org.quitclaim.access.web;

import org.jspecify.annotations.NullMarked;
