/// Reads AWS usage reports of Amazon S3; starting point [S3UsageFormat].
@NullMarked
package io.cofferdam.logs.s3usage;

import org.jspecify.annotations.NullMarked;
