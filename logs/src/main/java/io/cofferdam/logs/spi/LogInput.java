package io.cofferdam.logs.spi;

/// One input file or archive member: its number in the list of inputs and its path.
public record LogInput(int number, String path) {}
