package io.cofferdam.access.aws.catalogue;

import java.time.LocalDate;

/// Where the catalogue comes from.
///
/// @param name of the data set, with its version
/// @param fetched the day it was fetched
/// @param digest of the data set's file, `sha256:` and 64 hexadecimal digits
public record CatalogueSource(String name, LocalDate fetched, String digest) {}
