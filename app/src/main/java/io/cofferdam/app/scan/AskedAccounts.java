package io.cofferdam.app.scan;

import io.cofferdam.aws.AwsAccounts;
import io.cofferdam.aws.AwsClients;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.posture.collect.PatientReader;
import io.cofferdam.posture.collect.Place;
import io.cofferdam.posture.collect.UnaskedAccount;
import java.util.ArrayList;
import java.util.List;

/// Which accounts a scan asks and in which regions, and which it would have to ask but cannot.
record AskedAccounts(List<Place> places, List<UnaskedAccount> unasked) {
  AskedAccounts {
    places = List.copyOf(places);
    unasked = List.copyOf(unasked);
  }

  /// The account of the credentials; with a role named, all of its organisation too. The clients
  /// know afterwards with which credentials each is asked.
  ///
  /// @throws CofferdamException where AWS does not say whose credentials these are, in which
  ///     regions they work, or which accounts the organisation has
  static AskedAccounts of(ScanRequest request, AwsClients clients, PatientReader reader) {
    clients.useProfile(AwsAccounts.UNKNOWN, request.profile());
    var accounts = new AwsAccounts(reader);
    var own = accounts.caller();
    clients.useProfile(own, request.profile());
    reader.reached(own, AwsAccounts.HOME);
    var places = new ArrayList<Place>();
    var unasked = new ArrayList<UnaskedAccount>();
    places.add(place(own, request, accounts));
    if (request.organisation().isPresent()) {
      for (var member : accounts.members()) {
        if (!member.id().equals(own)) {
          add(member, own, request, clients, accounts, places, unasked);
        }
      }
    }
    return new AskedAccounts(places, unasked);
  }

  private static void add(
      AwsAccounts.Member member,
      String own,
      ScanRequest request,
      AwsClients clients,
      AwsAccounts accounts,
      List<Place> places,
      List<UnaskedAccount> unasked) {
    var organisation = request.organisation().orElseThrow();
    if (!member.active()) {
      unasked.add(new UnaskedAccount(member.id(), "it is suspended or being closed"));
      return;
    }
    var assumed = clients.useRole(own, member.id(), organisation.role(), organisation.externalId());
    if (!assumed.outcome().conclusive()) {
      unasked.add(
          new UnaskedAccount(
              member.id(),
              "the role " + organisation.role() + " could not be assumed: " + assumed.message()));
      return;
    }
    try {
      places.add(place(member.id(), request, accounts));
    } catch (CofferdamException withoutRegions) {
      unasked.add(new UnaskedAccount(member.id(), withoutRegions.getMessage() + ""));
    }
  }

  private static Place place(String account, ScanRequest request, AwsAccounts accounts) {
    var regions = request.regions().isEmpty() ? accounts.regions(account) : request.regions();
    return new Place(account, AwsAccounts.HOME, regions);
  }
}
