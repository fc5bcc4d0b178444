/// Amazon S3's own rules beside policies: access control lists, public access block, ownership.
///
/// Starting points: [io.cofferdam.access.aws.s3.Acl],
/// [io.cofferdam.access.aws.s3.PublicAccessBlock],
/// [io.cofferdam.access.aws.s3.ObjectOwnership].
@NullMarked
package io.cofferdam.access.aws.s3;

import org.jspecify.annotations.NullMarked;
