package io.cofferdam.logs.cloudtrail;

import io.cofferdam.logs.json.JsonKey;
import io.cofferdam.logs.json.JsonKind;
import io.cofferdam.logs.json.JsonObject;
import io.cofferdam.logs.text.Recent;
import io.cofferdam.logs.text.Words;
import io.cofferdam.model.resource.Caller;
import io.cofferdam.model.resource.CallerKind;
import java.util.Locale;

/// Who made a call, from the record's `userIdentity`.
///
///
// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
final class Callers {
  private final JsonKey identity = new JsonKey("userIdentity");
  private final JsonKey type = new JsonKey("type");
  private final JsonKey arn = new JsonKey("arn");
  private final JsonKey accountId = new JsonKey("accountId");
  private final JsonKey principalId = new JsonKey("principalId");
  private final JsonKey accessKeyId = new JsonKey("accessKeyId");
  private final JsonKey userName = new JsonKey("userName");
  private final JsonKey invokedBy = new JsonKey("invokedBy");
  private final JsonKey session = new JsonKey("sessionContext");
  private final JsonKey issuer = new JsonKey("sessionIssuer");
  private final JsonKey issuerArn = new JsonKey("arn");
  private final JsonKey onBehalfOf = new JsonKey("onBehalfOf");
  private final JsonKey userId = new JsonKey("userId");
  private final JsonKey address = new JsonKey("sourceIPAddress");
  private final JsonKey agent = new JsonKey("userAgent");
  private final JsonKey endpoint = new JsonKey("vpcEndpointId");

  private final Words words;
  private final Recent<Identified> known = new Recent<>();
  private final JsonObject who = new JsonObject();
  private final JsonObject context = new JsonObject();
  private final JsonObject by = new JsonObject();

  Callers(Words words) {
    this.words = words;
  }

  Caller of(JsonObject record) {
    var identified = identified(record);
    return new Caller(
        identified.kind,
        identified.principal,
        identified.role,
        identified.account,
        identified.accessKeyId,
        identified.principalId,
        record.word(address, words),
        record.word(agent, words),
        record.word(endpoint, words));
  }

  /// All that `userIdentity` tells of the caller.
  record Identified(
      CallerKind kind,
      String principal,
      String role,
      String account,
      String accessKeyId,
      String principalId) {}

  /// A session makes many calls, and its identity is written out in each of them.
  private Identified identified(JsonObject record) {
    var i = record.find(identity);
    if (record.kind(i) != JsonKind.OBJECT) {
      return identify(record);
    }
    var from = record.valueStart(i);
    var to = record.valueEnd(i);
    var seen = known.get(record.bytes(), from, to);
    if (seen == null) {
      seen = identify(record);
      known.put(record.bytes(), from, to, seen);
    }
    return seen;
  }

  private Identified identify(JsonObject record) {
    record.object(identity, who);
    var account = who.word(accountId, words);
    var id = who.word(principalId, words);
    var principal = who.word(arn, words);
    var role = role();
    var kind = kind(who.word(type, words), account, id, principal);
    return new Identified(
        kind,
        principal.isEmpty() ? named(kind, account, id) : principal,
        role,
        kind == CallerKind.ANONYMOUS ? "" : account,
        who.word(accessKeyId, words),
        id);
  }

  private String role() {
    who.object(session, context);
    context.object(issuer, by);
    return by.word(issuerArn, words);
  }

  private static CallerKind kind(String type, String account, String id, String arn) {
    if (isAnonymous(account) || isAnonymous(id)) {
      return CallerKind.ANONYMOUS;
    }
    return switch (type) {
      case "Root" -> CallerKind.ROOT;
      case "IAMUser" -> CallerKind.USER;
      case "AssumedRole", "Role" -> CallerKind.ROLE_SESSION;
      case "FederatedUser", "WebIdentityUser", "SAMLUser", "IdentityCenterUser" ->
          CallerKind.FEDERATED;
      case "AWSService" -> CallerKind.SERVICE;
      case "AWSAccount" -> CallerKind.FOREIGN_ACCOUNT;
      default -> byArn(arn);
    };
  }

  private static boolean isAnonymous(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    return lower.equals("anonymous") || lower.equals("anonymous_principal");
  }

  /// Where a shipper dropped the type.
  private static CallerKind byArn(String arn) {
    if (arn.contains(":assumed-role/")) {
      return CallerKind.ROLE_SESSION;
    }
    if (arn.contains(":federated-user/")) {
      return CallerKind.FEDERATED;
    }
    if (arn.contains(":user/")) {
      return CallerKind.USER;
    }
    return arn.endsWith(":root") ? CallerKind.ROOT : CallerKind.UNKNOWN;
  }

  private String named(CallerKind kind, String account, String id) {
    return switch (kind) {
      case ANONYMOUS -> "anonymous";
      case SERVICE -> who.word(invokedBy, words);
      case FOREIGN_ACCOUNT -> foreign(account, id);
      case ROOT -> account.isEmpty() ? id : "arn:aws:iam::" + account + ":root";
      case FEDERATED -> {
        who.object(onBehalfOf, by);
        var user = by.text(userId);
        yield user.isEmpty() ? name(id) : user;
      }
      case USER, ROLE_SESSION, SHARED_KEY, UNKNOWN -> name(id);
    };
  }

  private String name(String id) {
    var name = who.word(userName, words);
    return name.isEmpty() ? id : name;
  }

  /// Of a caller of another account the log gives account and unique id; the session's name behind
  /// the colon is left off so that all sessions of one role are one principal.
  private static String foreign(String account, String id) {
    var colon = id.indexOf(':');
    var bare = colon < 0 ? id : id.substring(0, colon);
    return bare.isEmpty() ? account : account + ":" + bare;
  }
}
