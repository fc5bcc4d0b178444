package io.cofferdam.respond.reads;

import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.event.DatabaseStatement;
import io.cofferdam.model.event.HourlyUsage;
import io.cofferdam.model.event.InventoryObject;
import io.cofferdam.model.event.NetworkFlow;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.resource.Provider;
import io.cofferdam.respond.spill.AccessSpill;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// Takes everything that tells of reads, in any order and from several threads, and answers who
/// read what.
///
/// Object accesses go to disk under the folder given; closing deletes them. What stays in memory
/// grows with objects, sessions and readers, not with reads.
public final class ReadCollector implements AutoCloseable {
  private static final Set<String> STS = CredentialChains.ACTIONS;

  /// Calls that people and machines of every account make now and then, wanted only for the
  /// address they come from: they show where addresses were masked.
  private static final Set<String> SIGHTED =
      Set.of(
          "signin.amazonaws.com/ConsoleLogin",
          "s3.amazonaws.com/ListBuckets",
          "ec2.amazonaws.com/DescribeAccountAttributes",
          "ec2.amazonaws.com/DescribeKeyPairs");

  private final AccessSpill accesses;
  private final AccessSpill inventory;
  private final CredentialChains chains = new CredentialChains();
  private final Sightings sightings = new Sightings();
  private final Metering metering = new Metering();
  private final DatabaseRows rows = new DatabaseRows();
  private final AtomicLong flowBytes = new AtomicLong();

  /// @param temporary an existing folder with room for some 250 bytes per object access
  public ReadCollector(Path temporary) {
    accesses = new AccessSpill(temporary);
    inventory = new AccessSpill(temporary);
  }

  /// Whether a call of the control plane matters here.
  public static boolean wants(Provider provider, String service, String action) {
    return switch (provider) {
      case AWS ->
          (service.equals("sts.amazonaws.com") && STS.contains(action))
              || SIGHTED.contains(service + '/' + action)
              || ApiReads.reads(service, action);
      case AZURE, OWN -> false;
    };
  }

  public void add(ObjectAccess access) {
    sightings.see(access.caller(), access.signedQuery());
    accesses.add(access, RequestJoin.common(access));
  }

  /// Takes a call; those that are not wanted only tell from where sessions act.
  public void add(ApiCall call) {
    sightings.see(call.caller(), false);
    if (call.provider() != Provider.AWS) {
      return;
    }
    if (STS.contains(call.action())) {
      chains.add(call);
    }
    for (var access : ApiReads.of(call)) {
      accesses.add(access, RequestJoin.common(access));
    }
  }

  public void add(DatabaseStatement statement) {
    for (var access : DatabaseReads.of(statement)) {
      accesses.add(access, RequestJoin.common(access));
    }
    rows.add(statement);
  }

  public void add(InventoryObject object) {
    inventory.add(InventorySpill.asAccess(object), object.key());
  }

  public void add(HourlyUsage usage) {
    metering.add(usage);
  }

  /// Says that part of the usage report in this input could not be read; it caps nothing then.
  public void usageReportCut(int input) {
    metering.cut(input);
  }

  /// Whether a row tells that something was done in its span, not only what lay there.
  public static boolean tellsOfUse(HourlyUsage row) {
    return row.end().isAfter(row.time()) && !UsageReport.isStorage(row);
  }

  /// Takes a flow; only accepted bytes to public addresses are added up.
  public void add(NetworkFlow flow) {
    if (flow.action().equals("ACCEPT")
        && flow.bytes() > 0
        && Cidrs.isPrivate(flow.sourceAddress())
        && !Cidrs.isPrivate(flow.destinationAddress())) {
      flowBytes.addAndGet(flow.bytes());
    }
  }

  /// Object accesses taken so far.
  public long size() {
    return accesses.size();
  }

  /// Answers the question from all that was added. May be called again with another question.
  public ReadFindings resolve(ReadQuestion question) {
    var fresh = metering.copy();
    return new ReadResolution(
            question, accesses, inventory, chains, sightings, fresh, rows, flowBytes.get())
        .findings();
  }

  @Override
  public void close() {
    try (accesses) {
      inventory.close();
    }
  }
}
