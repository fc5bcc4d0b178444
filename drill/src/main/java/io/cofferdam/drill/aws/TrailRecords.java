package io.cofferdam.drill.aws;

import io.cofferdam.drill.dice.Dice;
import io.cofferdam.drill.text.ByteText;
import io.cofferdam.drill.text.Times;
import io.cofferdam.drill.world.Act;
import io.cofferdam.drill.world.Actor;
import io.cofferdam.drill.world.Company;
import io.cofferdam.drill.world.Request;
import io.cofferdam.drill.world.Seat;
import io.cofferdam.drill.world.StoredObject;

/// Writes single CloudTrail records, event version 1.11 (AWS CloudTrail user guide, "CloudTrail
/// record contents"; shapes compared with published samples).
final class TrailRecords {
  private static final String TLS =
      ",\"tlsDetails\":{\"tlsVersion\":\"TLSv1.3\",\"cipherSuite\":\"TLS_AES_128_GCM_SHA256\","
          + "\"clientProvidedHostHeader\":";

  private final Company company;

  TrailRecords(Company company) {
    this.company = company;
  }

  /// The start of every record: who, when, which call, from where.
  ByteText head(ByteText out, Actor actor, long second, String service, String action, Seat seat) {
    out.add("{\"eventVersion\":\"1.11\",\"userIdentity\":");
    identity(out, actor);
    out.add(",\"eventTime\":\"");
    Times.iso(out, second);
    return out.add("\",\"eventSource\":\"")
        .add(service)
        .add("\",\"eventName\":\"")
        .add(action)
        .add("\",\"awsRegion\":\"")
        .add(company.region())
        .add("\",\"sourceIPAddress\":\"")
        .add(actor instanceof Actor.Service(String name) ? name : seat.address())
        .add("\",\"userAgent\":")
        .quoted(
            actor instanceof Actor.Service(String name)
                ? name
                : service.equals("s3.amazonaws.com")
                    ? "[" + seat.userAgent() + "]"
                    : seat.userAgent());
  }

  private static void identity(ByteText out, Actor actor) {
    switch (actor) {
      case Actor.Anonymous() ->
          out.add("{\"type\":\"AWSAccount\",\"principalId\":\"\",\"accountId\":\"anonymous\"}");
      case Actor.Foreign(String account, String _, String id) ->
          out.add("{\"type\":\"AWSAccount\",\"principalId\":\"")
              .add(id)
              .add("\",\"accountId\":\"")
              .add(account)
              .add("\"}");
      case Actor.Service(String name) ->
          out.add("{\"type\":\"AWSService\",\"invokedBy\":\"").add(name).add("\"}");
      case Actor.User(String account, String name, String key, String id) ->
          out.add("{\"type\":\"IAMUser\",\"principalId\":\"")
              .add(id)
              .add("\",\"arn\":\"")
              .add(actor.groupingName())
              .add("\",\"accountId\":\"")
              .add(account)
              .add("\",\"accessKeyId\":\"")
              .add(key)
              .add("\",\"userName\":\"")
              .add(name)
              .add("\"}");
      case Actor.Session session -> session(out, session);
    }
  }

  private static void session(ByteText out, Actor.Session session) {
    out.add("{\"type\":\"AssumedRole\",\"principalId\":\"")
        .add(session.roleId())
        .add(':')
        .add(session.name())
        .add("\",\"arn\":\"")
        .add(session.sessionArn())
        .add("\",\"accountId\":\"")
        .add(session.account())
        .add("\",\"accessKeyId\":\"")
        .add(session.accessKey())
        .add("\",\"sessionContext\":{\"sessionIssuer\":{\"type\":\"Role\",\"principalId\":\"")
        .add(session.roleId())
        .add("\",\"arn\":\"")
        .add(session.roleArn())
        .add("\",\"accountId\":\"")
        .add(session.account())
        .add("\",\"userName\":\"")
        .add(session.role())
        .add("\"},\"attributes\":{\"creationDate\":\"");
    Times.iso(out, session.created())
        .add("\",\"mfaAuthenticated\":\"")
        .add(session.origin() == Actor.Origin.PERSON ? "true" : "false")
        .add("\"}");
    if (session.origin() == Actor.Origin.INSTANCE) {
      out.add(",\"ec2RoleDelivery\":\"2.0\"");
    }
    out.add("}}");
  }

  /// An S3 data event (`GetObject`, `HeadObject`, `ListObjects`, `PutObject`, `CopyObject`).
  void dataEvent(ByteText out, Request request) {
    var store = request.store();
    var seat = request.seat();
    var action =
        switch (request.verb()) {
          case GET -> "GetObject";
          case HEAD -> "HeadObject";
          case LIST -> "ListObjects";
          case PUT -> "PutObject";
          case COPY -> "CopyObject";
        };
    head(out, seat.actor(), request.second(), "s3.amazonaws.com", action, seat);
    if (!request.error().isEmpty()) {
      out.add(",\"errorCode\":\"")
          .add(request.error())
          .add("\",\"errorMessage\":\"")
          .add(
              request.error().equals("NoSuchKey")
                  ? "The specified key does not exist."
                  : "Access Denied")
          .add('"');
    }
    out.add(",\"requestParameters\":{\"bucketName\":\"").add(store.bucket()).add("\",\"Host\":\"");
    host(out, store.bucket()).add('"');
    if (request.verb() == Request.Verb.LIST) {
      out.add(",\"list-type\":\"2\",\"prefix\":\"\",\"encoding-type\":\"url\"");
    } else {
      out.add(",\"key\":").quoted(request.key());
    }
    StoredObject object = request.object();
    if (request.namesVersion() && object != null) {
      out.add(",\"versionId\":\"").add(object.version()).add('"');
    }
    if (request.signedQuery()) {
      out.add(
          ",\"X-Amz-Algorithm\":\"AWS4-HMAC-SHA256\",\"X-Amz-Expires\":\"3600\","
              + "\"X-Amz-SignedHeaders\":\"host\",\"X-Amz-Date\":\"");
      out.add(Times.format("yyyyMMdd'T'HHmmss'Z'", request.second() - 60)).add('"');
    }
    out.add("},\"responseElements\":null,\"additionalEventData\":{");
    boolean signed = !(seat.actor() instanceof Actor.Anonymous);
    if (signed) {
      out.add("\"SignatureVersion\":\"SigV4\",");
    }
    out.add("\"CipherSuite\":\"TLS_AES_128_GCM_SHA256\",\"bytesTransferredIn\":")
        .add(request.verb() == Request.Verb.PUT && object != null ? object.size() : 0);
    if (signed) {
      out.add(",\"AuthenticationMethod\":\"")
          .add(request.signedQuery() ? "QueryString" : "AuthHeader")
          .add('"');
    }
    if (request.isRead()) {
      out.add(",\"SSEApplied\":\"Default_SSE_S3\"");
    }
    out.add(",\"x-amz-id-2\":\"");
    hostId(out, request.salt()).add("\",\"bytesTransferredOut\":").add(request.bytes());
    out.add("},\"requestID\":\"");
    requestId(out, request.salt()).add("\",\"eventID\":\"");
    out.uuid(Dice.mix(request.salt() + 1), Dice.mix(request.salt() + 2));
    boolean write = request.verb() == Request.Verb.PUT || request.verb() == Request.Verb.COPY;
    out.add("\",\"readOnly\":").add(write ? "false" : "true");
    out.add(",\"resources\":[{\"type\":\"AWS::S3::Object\",");
    if (request.verb() == Request.Verb.LIST) {
      out.add("\"ARNPrefix\":\"arn:aws:s3:::").add(store.bucket()).add("/\"");
    } else {
      out.add("\"ARN\":").quoted("arn:aws:s3:::" + store.bucket() + "/" + request.key());
    }
    out.add("},{\"accountId\":\"")
        .add(company.account())
        .add("\",\"type\":\"AWS::S3::Bucket\",\"ARN\":\"arn:aws:s3:::")
        .add(store.bucket())
        .add("\"}],\"eventType\":\"AwsApiCall\",\"managementEvent\":false,")
        .add("\"recipientAccountId\":\"")
        .add(company.account())
        .add('"');
    if (seat.actor() instanceof Actor.Foreign) {
      out.add(",\"sharedEventID\":\"");
      out.uuid(Dice.mix(request.salt() + 4), Dice.mix(request.salt() + 5)).add('"');
    }
    if (!seat.vpcEndpoint().isEmpty()) {
      out.add(",\"vpcEndpointId\":\"")
          .add(seat.vpcEndpoint())
          .add("\",\"vpcEndpointAccountId\":\"")
          .add(company.account())
          .add('"');
    }
    out.add(",\"eventCategory\":\"Data\"").add(TLS).add('"');
    host(out, store.bucket()).add("\"}}");
  }

  /// The virtual host of a bucket.
  ByteText host(ByteText out, String bucket) {
    return out.add(bucket).add(".s3.").add(company.region()).add(".amazonaws.com");
  }

  /// S3's request id; the same in CloudTrail and in the server access log.
  static ByteText requestId(ByteText out, long salt) {
    return out.letters(Dice.mix(salt), 16);
  }

  /// S3's extended request id.
  static ByteText hostId(ByteText out, long salt) {
    return out.base64(Dice.mix(salt + 3), 75).add('=');
  }

  /// A control-plane event.
  void act(ByteText out, Act act) {
    head(out, act.seat().actor(), act.second(), act.service(), act.action(), act.seat());
    if (!act.error().isEmpty()) {
      out.add(",\"errorCode\":\"").add(act.error()).add("\",\"errorMessage\":");
      out.quoted(act.errorMessage());
    }
    out.add(",\"requestParameters\":").add(act.request());
    out.add(",\"responseElements\":").add(act.response());
    if (act.service().equals("s3.amazonaws.com")) {
      out.add(
          ",\"additionalEventData\":{\"SignatureVersion\":\"SigV4\",\"CipherSuite\":"
              + "\"TLS_AES_128_GCM_SHA256\",\"bytesTransferredIn\":");
      out.add(act.request().length() / 2)
          .add(",\"AuthenticationMethod\":\"AuthHeader\",\"x-amz-id-2\":\"");
      hostId(out, act.salt()).add("\",\"bytesTransferredOut\":0},\"requestID\":\"");
      requestId(out, act.salt());
    } else {
      out.add(",\"requestID\":\"").uuid(Dice.mix(act.salt() + 6), Dice.mix(act.salt() + 7));
    }
    out.add("\",\"eventID\":\"").uuid(Dice.mix(act.salt() + 1), Dice.mix(act.salt() + 2));
    out.add("\",\"readOnly\":").add(act.readOnly() ? "true" : "false");
    if (!act.resources().isEmpty()) {
      out.add(",\"resources\":[");
      boolean first = true;
      for (var resource : act.resources()) {
        int space = resource.indexOf(' ');
        out.add(first ? "{\"accountId\":\"" : ",{\"accountId\":\"")
            .add(company.account())
            .add("\",\"type\":\"")
            .add(resource.substring(0, space))
            .add("\",\"ARN\":")
            .quoted(resource.substring(space + 1))
            .add('}');
        first = false;
      }
      out.add(']');
    }
    tail(out, act.service());
  }

  /// The end of every control-plane record.
  void tail(ByteText out, String service) {
    out.add(",\"eventType\":\"AwsApiCall\",\"managementEvent\":true,\"recipientAccountId\":\"")
        .add(company.account())
        .add("\",\"eventCategory\":\"Management\"")
        .add(TLS)
        .add('"');
    int dot = service.indexOf('.');
    out.add(service.substring(0, dot + 1))
        .add(company.region())
        .add(service.substring(dot))
        .add("\"}}");
  }
}
