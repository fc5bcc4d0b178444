/// Reads a snapshot of AWS accounts out of JSON: our own estate shape around what the AWS command
/// line prints (`iam get-account-authorization-details`, `kms list-grants`,
/// `s3api get-public-access-block`, `get-bucket-acl`; policies as objects, as text, URL-encoded).
///
/// Starting point: [io.cofferdam.access.aws.estate.reading.EstateReader]; the shape is
/// `estate.schema.json` beside it. Failure direction: an absent member is unknown, `null` is known
/// to be none; a policy that cannot be understood is unknown with a warning; a snapshot of the
/// wrong shape is refused with every place that is wrong.
@NullMarked
package io.cofferdam.access.aws.estate.reading;

import org.jspecify.annotations.NullMarked;
