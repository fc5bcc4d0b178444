/// Reads logs of model invocations on Bedrock, never their text; starting point [BedrockFormat].
@NullMarked
package io.cofferdam.logs.bedrock;

import org.jspecify.annotations.NullMarked;
