/// Reads Amazon S3 server access logs; starting point [S3AccessFormat].
@NullMarked
package io.cofferdam.logs.s3access;

import org.jspecify.annotations.NullMarked;
