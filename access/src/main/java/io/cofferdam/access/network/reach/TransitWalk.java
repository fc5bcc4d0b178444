package io.cofferdam.access.network.reach;

import io.cofferdam.access.network.fact.Subnet;
import io.cofferdam.access.network.fact.TransitAttachment;
import io.cofferdam.access.network.fact.TransitRoutes;
import io.cofferdam.access.network.fact.Vpc;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The part of a walk that goes through a transit gateway. ACLs of the subnets that an attachment
/// stands in apply as the transit gateway guide says ("network ACLs for transit gateways"): the
/// inbound rules to what goes to the gateway, the outbound rules to what comes from it for another
/// subnet.
final class TransitWalk {
  private final RouteWalk walk;

  TransitWalk(RouteWalk walk) {
    this.walk = walk;
  }

  void enter(Leg leg, String gateway, String vpc, @Nullable Subnet from) {
    if (leg.dead()) {
      return;
    }
    var ours =
        walk.network.attachmentsOf(gateway).stream()
            .filter(each -> each.resource().equals(vpc))
            .findFirst();
    if (ours.isEmpty()) {
      other(leg, gateway, "how " + vpc + " is attached to " + gateway + " is not described");
      return;
    }
    if (ours.get().subnets().isEmpty()) {
      through(
          leg.unsure(
              "the subnets of "
                  + ours.get().id()
                  + " are not described (ec2:DescribeTransitGatewayVpcAttachments)"),
          gateway,
          ours.get());
      return;
    }
    var near = near(ours.get(), from);
    if (near.isEmpty()) {
      walk.stop(ours.get().id() + " stands in no subnet of the zone of the sender");
    }
    for (var subnet : near) {
      through(walk.entering(leg, subnet), gateway, ours.get());
    }
  }

  /// The subnets of an attachment in the zone of a subnet: packets cross in their own zone.
  private List<String> near(TransitAttachment attachment, @Nullable Subnet from) {
    return attachment.subnets().stream()
        .sorted()
        .filter(
            id ->
                from == null
                    || from.zone().isEmpty()
                    || walk.network
                        .find(Subnet.class, id)
                        .filter(each -> !each.zone().isEmpty())
                        .map(each -> each.zone().equals(from.zone()))
                        .orElse(true))
        .toList();
  }

  private void through(Leg leg, String gateway, TransitAttachment ours) {
    if (leg.dead()) {
      return;
    }
    var there = leg.through(new Hop(Hop.Kind.TRANSIT_GATEWAY, gateway));
    var table = walk.network.find(TransitRoutes.class, ours.table());
    if (table.isEmpty()) {
      other(
          there,
          gateway,
          "the routes of "
              + gateway
              + " are not described (ec2:SearchTransitGatewayRoutes in its account)");
      return;
    }
    var known =
        table.get().complete()
            ? there
            : there.unsure("the routes of " + table.get().id() + " are not all known");
    if (!table.get().complete()) {
      other(there, gateway, "the routes of " + table.get().id() + " are not all known");
    }
    var split = walk.routing().of(table.get());
    for (var open : split.open()) {
      known =
          known.unsure(
              "the blocks of prefix list "
                  + open.prefixList()
                  + " are not known (ec2:GetManagedPrefixListEntries)");
      follow(known, gateway, open.target());
    }
    var rest = known.destinations();
    for (var part : split.parts()) {
      var own = rest.and(part.destinations());
      if (!own.isEmpty()) {
        rest = rest.minus(own);
        follow(known.heading(own), gateway, part.target());
      }
    }
    if (!rest.isEmpty()) {
      walk.stop(table.get().id() + " has no route to " + rest);
    }
  }

  private void follow(Leg leg, String gateway, Set<String> attachments) {
    if (attachments.isEmpty()) {
      walk.stop(gateway + " drops it");
    }
    for (var id : attachments) {
      if (leg.dead()) {
        return;
      }
      var attachment = walk.network.find(TransitAttachment.class, id);
      if (attachment.isEmpty()) {
        other(
            leg,
            gateway,
            "where " + id + " leads is not described (ec2:DescribeTransitGatewayAttachments)");
      } else if (walk.goal instanceof Goal.Cross(String wanted, String but)
          && wanted.equals(gateway)) {
        if (attachment.get().owner().equals(but)) {
          walk.stop(id + " leads to " + attachment.get().resource() + " of the same account");
        } else {
          walk.arrive(leg);
        }
      } else if (attachment.get().kind().equals("vpc")
          && walk.network.find(Vpc.class, attachment.get().resource()).isPresent()) {
        into(leg, attachment.get());
      } else {
        other(
            leg,
            gateway,
            id + " leads to " + attachment.get().resource() + ", which is not described");
      }
    }
  }

  private void into(Leg leg, TransitAttachment attachment) {
    if (attachment.subnets().isEmpty()) {
      walk.mayArrive(
          leg,
          "the subnets of "
              + attachment.id()
              + " are not described (ec2:DescribeTransitGatewayVpcAttachments)");
    }
    for (var subnet : attachment.subnets().stream().sorted().toList()) {
      walk.from(leg, subnet);
    }
  }

  /// On to something that is not described.
  private void other(Leg leg, String gateway, String why) {
    switch (walk.goal) {
      case Goal.Leave(String only) when !only.isEmpty() ->
          walk.stop("answers would leave by " + gateway + " and not by " + only);
      case Goal.Cross(String wanted, var but) when !wanted.equals(gateway) ->
          walk.stop("goes to " + gateway);
      default -> walk.mayArrive(leg, why);
    }
  }
}
