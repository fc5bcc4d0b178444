/// Exact sets of addresses, ports and packets.
///
/// IPv4 and IPv6 live in one space of 128 bits (an IPv4 address is the IPv6 address that maps it,
/// RFC 4291, 2.5.5.2), so that every operation is written once. Nothing here approximates: a set
/// is a sorted list of disjoint ranges, and each operation is one merge of two such lists.
///
/// Starting points: [AddressSet], [AddressPorts], [Flows].
@NullMarked
package io.cofferdam.access.network.packet;

import org.jspecify.annotations.NullMarked;
