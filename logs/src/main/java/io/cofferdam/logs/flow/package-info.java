/// Reads VPC flow logs; starting point [VpcFlowFormat].
@NullMarked
package io.cofferdam.logs.flow;

import org.jspecify.annotations.NullMarked;
