/// Reads Entra sign-in logs; starting point [SignInDecoder].
@NullMarked
package io.cofferdam.logs.azure.signin;

import org.jspecify.annotations.NullMarked;
