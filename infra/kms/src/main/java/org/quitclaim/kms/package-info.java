/** Key-encryption keys under AWS KMS: one KMS key per epoch, and nothing of it on the class path of those without. */
@NullMarked
package org.quitclaim.kms;

import org.jspecify.annotations.NullMarked;
