/// What can be done on AWS to contain a leak: which calls, and how to go back.
///
/// Starting point: [AwsActs]. Failure direction: an act that cannot read or prove what it needs
/// proposes nothing.
@NullMarked
package io.cofferdam.aws.act;

import org.jspecify.annotations.NullMarked;
