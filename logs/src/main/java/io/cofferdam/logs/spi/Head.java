package io.cofferdam.logs.spi;

/// The first bytes of a content, and the path under which it was found.
///
/// @param bytes at most 64 KiB of the unpacked content; not to be changed
/// @param whole whether `bytes` is all there is
@SuppressWarnings("ArrayRecordComponent") // a view of a buffer; identity is not used
public record Head(byte[] bytes, int length, boolean whole, String path) {}
