@NullMarked
package org.quitclaim.query.web;

import org.jspecify.annotations.NullMarked;
