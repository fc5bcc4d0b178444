/// The kill switch of our own gateway, as an act like those on clouds. Start at [StopRoute]. Until
// a
/// gateway implements [io.cofferdam.respond.spi.GatewaySwitch] nothing calls it. Fails closed: a
/// gateway that does not answer was not stopped, as far as anybody is told.
@NullMarked
package io.cofferdam.respond.gateway;

import org.jspecify.annotations.NullMarked;
