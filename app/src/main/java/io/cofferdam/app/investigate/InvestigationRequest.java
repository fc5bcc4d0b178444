package io.cofferdam.app.investigate;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the user asked for.
///
/// @param inputs folders, files and archives of logs
/// @param snapshots folders of snapshots that a scan kept: known states of the configuration
/// @param principals ARNs whose reads count, with every session derived from them
/// @param accessKeys ids of access keys whose reads count, with every session derived from them
/// @param networks CIDR blocks of addresses whose reads count
/// @param since start of the investigated period; without it, the earliest that the inputs tell of
/// @param until end of the investigated period; without it, the latest that the inputs tell of
/// @param aware when somebody became aware; a what-if unless `awareBy` names a person
/// @param leaked text that is said to have leaked, a file or a folder of files
/// @param digestKeys folder of public keys for CloudTrail digest signatures
/// @param signingKey private key that signs the ledger; without it one is made and kept in
/// `keyFolder`
/// @param timestampAuthority URL of an RFC 3161 authority that is asked for a timestamp; nobody is
///     asked without it
/// @param out folder to write into; it is made, and must be empty if it exists
public record InvestigationRequest(
    List<Path> inputs,
    Optional<Path> dataMap,
    List<Path> snapshots,
    List<String> principals,
    List<String> accessKeys,
    List<String> networks,
    Optional<Instant> since,
    Optional<Instant> until,
    Optional<Instant> aware,
    Optional<String> awareBy,
    Optional<Path> leaked,
    Optional<Path> digestKeys,
    Optional<Path> signingKey,
    Path keyFolder,
    Optional<String> timestampAuthority,
    Path out) {
  public InvestigationRequest {
    inputs = List.copyOf(inputs);
    snapshots = List.copyOf(snapshots);
    principals = List.copyOf(principals);
    accessKeys = List.copyOf(accessKeys);
    networks = List.copyOf(networks);
  }
}
