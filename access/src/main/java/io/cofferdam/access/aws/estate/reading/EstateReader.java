package io.cofferdam.access.aws.estate.reading;

import io.cofferdam.access.aws.estate.Account;
import io.cofferdam.access.aws.estate.NamedPolicy;
import io.cofferdam.access.aws.estate.Organisation;
import io.cofferdam.access.aws.estate.OrganisationNode;
import io.cofferdam.access.aws.estate.VpcEndpoint;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.access.json.Json;
import io.cofferdam.access.json.JsonRead;
import io.cofferdam.access.json.JsonReader;
import java.util.List;
import java.util.Optional;

/// Reads a snapshot. Nothing is thrown, whatever the text.
public final class EstateReader {
  private final PolicyNodes policies = new PolicyNodes();
  private final Problems problems = new Problems();
  private final Collected collected = new Collected();
  private final OrganisationReader organisations = new OrganisationReader(policies);

  private EstateReader() {}

  /// Reads one text of the shape of `estate.schema.json`.
  public static EstateReading read(String text) {
    return read(List.of(text));
  }

  /// Reads a snapshot cut into several texts, each with some of the sections. The organisation
  /// comes in the first text, or in none.
  public static EstateReading read(List<String> texts) {
    EstateReader reader = new EstateReader();
    for (String text : texts) {
      reader.text(text);
    }
    return reader.problems.errors().isEmpty()
        ? new EstateReading.Read(reader.collected.estate(), reader.problems.warnings())
        : new EstateReading.Refused(reader.problems.errors());
  }

  private void text(String text) {
    switch (JsonReader.read(text)) {
      case JsonRead.Malformed(String message, Json.Position at) ->
          problems.error("CFD-ACCESS-0401", "", at, "the snapshot cannot be read: " + message);
      case JsonRead.Value(Json json) -> sections(new Node(json, "", problems));
    }
  }

  private void sections(Node root) {
    root.only("organisation", "accounts", "resources", "endpoints");
    root.member("organisation").ifPresent(this::organisation);
    IamReader iam = new IamReader(policies, collected);
    for (Node account : root.objects("accounts")) {
      account(account, iam);
    }
    ResourceReader resources = new ResourceReader(policies);
    for (Node resource : root.objects("resources")) {
      Collected.once(
          collected.resources, resource.text("arn").orElse(""), resources.read(resource), resource);
    }
    for (Node endpoint : root.objects("endpoints")) {
      endpoint.only("id", "account", "service", "policy");
      String id = endpoint.required("id");
      collected.endpoints.add(
          new VpcEndpoint(
              id,
              endpoint.required("account"),
              endpoint.required("service"),
              new NamedPolicy(
                  id, "endpoint policy", endpoint.member("policy").flatMap(policies::read))));
    }
  }

  private void organisation(Node node) {
    if (collected.organisation != null) {
      problems.error("CFD-ACCESS-0411", node, "a second organisation [expected one]");
    }
    collected.organisation = node.isNull() ? Part.absent() : Part.known(organisations.read(node));
  }

  private void account(Node node, IamReader iam) {
    node.only("id", "name", "parent", "scps", "rcps", "publicAccessBlock", "canonicalId", "iam");
    String id = node.required("id");
    if (!id.isEmpty() && !id.matches("[0-9]{12}")) {
      problems.error("CFD-ACCESS-0414", node, "`id` is not an account [expected 12 digits]");
    }
    String name = node.text("name").orElse(id);
    Optional<OrganisationNode> place = node.text("parent").map(p -> place(node, id, name, p));
    boolean complete =
        node.member("iam").filter(n -> !n.isNull()).map(n -> iam.read(n, id)).orElse(false);
    Account account =
        new Account(
            id,
            name,
            place,
            node.part("publicAccessBlock", ResourceReader::block),
            node.text("canonicalId"),
            complete);
    Collected.once(collected.accounts, id, account, node);
  }

  private OrganisationNode place(Node node, String id, String name, String parent) {
    if (!(collected.organisation instanceof Part.Known<Organisation> known)
        || !known.value().nodes().containsKey(parent)) {
      problems.error("CFD-ACCESS-0408", node, "`parent` names no unit of the snapshot");
    }
    return organisations.place(node, id, name, parent);
  }
}
