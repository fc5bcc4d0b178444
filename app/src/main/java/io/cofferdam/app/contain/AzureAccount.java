package io.cofferdam.app.contain;

import io.cofferdam.azure.AzureCalls;
import io.cofferdam.azure.AzureCredentials;
import io.cofferdam.azure.AzureCredentials.AccountKey;
import io.cofferdam.azure.AzureCredentials.Token;
import io.cofferdam.azure.AzureEndpoints;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.respond.act.ActPlan;
import io.cofferdam.respond.act.Pause;
import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.CloudCalls;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// A subscription of Azure, asked with a token or with a key of one storage account. Azure has no
/// sessions for one plan alone: what the token's holder may do could be done with it.
record AzureAccount(String id, AzureSecret secret, AzureCalls calls) implements Account {
  private static final String RESOURCE_MANAGER = "https://management.azure.com/";
  private static final String STORAGE = "https://storage.azure.com/";

  static AzureAccount open(
      ActingCloud cloud, ActKind kind, Optional<String> named, Map<String, String> names) {
    var onData = kind.names().contains("container");
    var secret = cloud.azure().orElseThrow(() -> missing(onData));
    var subscription = named.or(secret::subscription).orElseThrow(AzureAccount::whose);
    secret.check(onData ? STORAGE : RESOURCE_MANAGER, onData);
    var blob =
        secret.isKey()
            ? new AccountKey(names.getOrDefault("account", ""), secret::text)
            : new Token(secret::text);
    var calls =
        new AzureCalls(
            endpoints(cloud.endpoint()),
            new AzureCredentials(secret::text, blob),
            cloud.patience(),
            InstantSource.system(),
            Pause.real()::take);
    return new AzureAccount(subscription, secret, calls);
  }

  private static AzureEndpoints endpoints(Optional<URI> endpoint) {
    if (endpoint.isPresent() && !AzureEndpoints.usable(endpoint.get())) {
      throw new CofferdamException(
          "CFD-APP-0210",
          ErrorCategory.INVALID_INPUT,
          "`--endpoint-url` is `"
              + endpoint.get()
              + "` [for Azure https://HOST, or http:// on this machine: a token goes there]",
          "leave it out to ask Azure itself");
    }
    return endpoint.map(place -> new AzureEndpoints(place, endpoint)).orElse(AzureEndpoints.PUBLIC);
  }

  private static CofferdamException missing(boolean onData) {
    return new CofferdamException(
        "CFD-APP-0211",
        ErrorCategory.INVALID_INPUT,
        "nothing was named to ask Azure with [--azure-credential env:NAME or file:PATH]",
        "az account get-access-token --resource "
            + (onData ? STORAGE : RESOURCE_MANAGER)
            + " > FILE, then --azure-credential file:FILE");
  }

  private static CofferdamException whose() {
    return new CofferdamException(
        "CFD-APP-0212",
        ErrorCategory.INVALID_INPUT,
        "the subscription is not known [--account SUBSCRIPTION]",
        "what `az account get-access-token` printed tells it; a token alone does not");
  }

  @Override
  public String arn() {
    return secret.holder().isEmpty() ? "somebody whom the token does not name" : secret.holder();
  }

  @Override
  public Optional<String> principal() {
    return Optional.of(secret.holder()).filter(holder -> !holder.isEmpty());
  }

  @Override
  public CloudCalls calls(ActPlan plan, String name) {
    return calls;
  }

  @Override
  public String words() {
    return secret.isKey()
        ? "acting with a key of the storage account, which may do everything with its data"
        : "acting as "
            + Plain.line(arn())
            + ", with all that the token may do: Azure knows no session for one plan";
  }

  @Override
  public void close() {
    calls.close();
  }
}
