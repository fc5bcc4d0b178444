package io.cofferdam.respond.reads;

import io.cofferdam.model.Ternary;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.datamap.Organisation;
import io.cofferdam.model.datamap.Store;
import io.cofferdam.model.datamap.StoreRole;
import io.cofferdam.model.event.AccessLog;
import io.cofferdam.model.event.AccessOperation;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.resource.Caller;
import io.cofferdam.model.resource.CallerKind;
import io.cofferdam.model.resource.Provider;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.reads.ReadQuestion.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Invented accesses for tests; each further one differs in what the test is about.
final class Accesses {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final Window DAY = new Window(NOON.minusSeconds(43_200), NOON.plusSeconds(43_200));
  static final ResourceId BUCKET = ResourceId.bucket("shop-training");
  static final String OWN = "111122223333";

  private int number;

  static Caller anonymous(String address) {
    return new Caller(CallerKind.ANONYMOUS, "anonymous", "", "", "", "", address, "", "");
  }

  static Caller session(String account, String role, String name, String key, String address) {
    return new Caller(
        CallerKind.ROLE_SESSION,
        "arn:aws:sts::" + account + ":assumed-role/" + role + "/" + name,
        "arn:aws:iam::" + account + ":role/" + role,
        account,
        key,
        "AROAEXAMPLE:" + name,
        address,
        "",
        "");
  }

  static Caller user(String account, String name, String key, String address) {
    return new Caller(
        CallerKind.USER,
        "arn:aws:iam::" + account + ":user/" + name,
        "",
        account,
        key,
        "AIDAEXAMPLE",
        address,
        "",
        "");
  }

  ObjectAccess get(Caller caller, String key) {
    return access(AccessLog.CLOUDTRAIL_DATA, caller, key, 100, -1, 0, "", "R" + number);
  }

  ObjectAccess get(Caller caller, String key, long bytes, long size, int status) {
    return access(AccessLog.S3_SERVER_ACCESS, caller, key, bytes, size, status, "", "R" + number);
  }

  ObjectAccess access(
      AccessLog log,
      Caller caller,
      String key,
      long bytes,
      long size,
      int status,
      String error,
      String request) {
    number++;
    return new ObjectAccess(
        new EventRef(1, number, log == AccessLog.CLOUDTRAIL_DATA ? "event-" + number : ""),
        NOON.plusSeconds(number),
        log,
        AccessOperation.READ,
        log == AccessLog.CLOUDTRAIL_DATA ? "GetObject" : "REST.GET.OBJECT",
        caller,
        BUCKET,
        key,
        "",
        "",
        bytes,
        size,
        status,
        error,
        request,
        false,
        OWN,
        "eu-central-1");
  }

  /// The same access by a presigned URL.
  static ObjectAccess signed(ObjectAccess a) {
    return new ObjectAccess(
        a.ref(),
        a.time(),
        a.source(),
        a.operation(),
        a.action(),
        a.caller(),
        a.store(),
        a.key(),
        a.version(),
        a.copyTarget(),
        a.bytes(),
        a.objectSize(),
        a.status(),
        a.errorCode(),
        a.requestId(),
        true,
        a.account(),
        a.region());
  }

  /// A caller of another account as CloudTrail names it: by account and id, without ARN.
  static Caller byId(String account, String address) {
    return new Caller(
        CallerKind.FOREIGN_ACCOUNT, "", "", account, "", "AROAEXAMPLE:task", address, "", "");
  }

  ApiCall assume(Caller caller, String role, String session, String newKey) {
    number++;
    return new ApiCall(
        new EventRef(1, number, "event-" + number),
        NOON.minusSeconds(600),
        Provider.AWS,
        "sts.amazonaws.com",
        "AssumeRole",
        caller,
        OWN,
        "eu-central-1",
        "",
        "{\"roleArn\":\"arn:aws:iam::111122223333:role/" + role + "\"}",
        "{\"credentials\":{\"accessKeyId\":\""
            + newKey
            + "\"},\"assumedRoleUser\":{\"arn\":\"arn:aws:sts::111122223333:assumed-role/"
            + role
            + "/"
            + session
            + "\"}}",
        List.of(),
        "Q" + number);
  }

  static DataMap map(List<String> networks, List<String> readers) {
    return new DataMap(
        Organisation.unknown(),
        List.of(OWN),
        networks,
        List.of(
            new Store(
                "training",
                BUCKET,
                "",
                StoreRole.TRAINING_DATA,
                List.of(),
                Ternary.UNKNOWN,
                Map.of(),
                readers,
                List.of(),
                "",
                Ternary.UNKNOWN,
                -1,
                List.of())),
        Optional.empty(),
        List.of());
  }

  static ReadQuestion question(DataMap map, Named named) {
    return new ReadQuestion(List.of(), map, List.of(OWN), named, DAY, List.of());
  }
}
