/// Tells a world in the log formats of AWS. Start at [AwsLogs].
@NullMarked
package io.cofferdam.drill.aws;

import org.jspecify.annotations.NullMarked;
