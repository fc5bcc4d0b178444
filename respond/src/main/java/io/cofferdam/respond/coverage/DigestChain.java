package io.cofferdam.respond.coverage;

/// What the digest files of one trail in one region of one account prove.
///
/// @param digests digest files read; `gaps` breaks of the chain between them
/// @param named log files the digests vouch for; `missing` of them not among the inputs;
///     `altered` of them here under the same name with other content
/// @param unread of them here and unaltered, but with records that could not be decoded
/// @param signatures `valid`, `invalid`, `unchecked`, or how many of each
public record DigestChain(
    String account,
    String region,
    String trail,
    String homeRegion,
    long digests,
    long gaps,
    long named,
    long missing,
    long altered,
    long unread,
    String signatures) {}
