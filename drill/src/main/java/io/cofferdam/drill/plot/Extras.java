package io.cofferdam.drill.plot;

import io.cofferdam.drill.dice.Dice;
import io.cofferdam.drill.text.ByteText;
import io.cofferdam.drill.text.Times;
import io.cofferdam.drill.world.Actor;
import io.cofferdam.drill.world.Extra;
import io.cofferdam.drill.world.Seat;
import java.util.ArrayList;

/// Further AWS logs a plot may leave: VPC flow logs, a GuardDuty finding, Bedrock invocation logs.
final class Extras {
  private final Stage stage;
  private final Dice dice;

  Extras(Stage stage) {
    this.stage = stage;
    this.dice = stage.dice.split();
  }

  private String folder(String service, long second) {
    var company = stage.company;
    return "AWSLogs/"
        + company.account()
        + "/"
        + service
        + "/"
        + company.region()
        + Times.format("/yyyy/MM/dd/", second);
  }

  /// Flow logs of an hour (version 2, the default fields).
  void flows(long hour, int lines) {
    var company = stage.company;
    var list = new ArrayList<String>();
    for (int i = 0; i < lines; i++) {
      long start = hour + dice.below(3540);
      boolean accepted = dice.chance(0.9);
      int packets = dice.between(1, 400);
      list.add(
          "2 "
              + company.account()
              + " eni-0"
              + dice.hex(16)
              + " "
              + stage.cast.privateAddress()
              + " "
              + (dice.chance(0.7) ? stage.cast.privateAddress() : company.natAddress())
              + " "
              + dice.between(1024, 65_000)
              + " 443 6 "
              + packets
              + " "
              + packets * dice.between(60, 1400)
              + " "
              + start
              + " "
              + (start + 60)
              + (accepted ? " ACCEPT OK" : " REJECT OK"));
    }
    stage.extras.add(
        new Extra(
            folder("vpcflowlogs", hour)
                + company.account()
                + "_vpcflowlogs_"
                + company.region()
                + "_fl-0"
                + dice.hex(16)
                + Times.format("_yyyyMMdd'T'HHmm'Z'_", hour)
                + dice.hex(8)
                + ".log.gz",
            "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets"
                + " bytes start end action log-status",
            list));
  }

  /// GuardDuty notices that instance credentials are used from outside.
  void credentialFinding(long second, Seat thief, String bucket) {
    var company = stage.company;
    var session = (Actor.Session) thief.actor();
    var id = dice.hex(32);
    var text = new ByteText(2048);
    text.add("{\"schemaVersion\":\"2.0\",\"accountId\":\"").add(company.account());
    text.add("\",\"region\":\"").add(company.region());
    text.add("\",\"partition\":\"aws\",\"id\":\"").add(id).add("\",\"arn\":\"arn:aws:guardduty:");
    text.add(company.region()).add(":").add(company.account()).add(":detector/");
    text.add(dice.hex(32)).add("/finding/").add(id);
    text.add(
        "\",\"type\":\"UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS\","
            + "\"resource\":{\"resourceType\":\"AccessKey\",\"accessKeyDetails\":{"
            + "\"accessKeyId\":\"");
    text.add(session.accessKey()).add("\",\"principalId\":\"").add(session.roleId());
    text.add(":").add(session.name()).add("\",\"userType\":\"AssumedRole\",\"userName\":\"");
    text.add(session.role()).add("\"},\"s3BucketDetails\":[{\"arn\":\"arn:aws:s3:::");
    text.add(bucket).add("\",\"name\":\"").add(bucket);
    text.add("\"}]},\"service\":{\"serviceName\":\"guardduty\",\"eventFirstSeen\":\"");
    Times.iso(text, second - 600).add("\",\"eventLastSeen\":\"");
    Times.iso(text, second).add("\",\"count\":3,\"action\":{\"actionType\":\"AWS_API_CALL\",");
    text.add("\"awsApiCallAction\":{\"api\":\"GetObject\",\"serviceName\":\"s3.amazonaws.com\",");
    text.add("\"callerType\":\"Remote IP\",\"remoteIpDetails\":{\"ipAddressV4\":\"");
    text.add(thief.address()).add("\"}}}},\"severity\":8,\"createdAt\":\"");
    Times.iso(text, second).add("\",\"updatedAt\":\"");
    Times.iso(text, second)
        .add("\",\"title\":\"Credentials of an instance are used from outside\"");
    text.add(",\"description\":\"Credentials created for an instance were used from an external");
    text.add(" address.\"}");
    stage.extras.add(
        new Extra(
            folder("GuardDuty", second) + dice.uuid() + ".jsonl.gz",
            "",
            java.util.List.of(text.toString())));
  }

  /// Bedrock model invocation logs of an hour, without any prompt text in them.
  void invocations(long hour, int count) {
    var company = stage.company;
    var list = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      var session = stage.cast.session("model-gateway", Actor.Origin.FUNCTION);
      var text = new ByteText(1024);
      text.add("{\"schemaType\":\"ModelInvocationLog\",\"schemaVersion\":\"1.0\",\"timestamp\":\"");
      Times.iso(text, hour + dice.below(3600)).add("\",\"accountId\":\"").add(company.account());
      text.add("\",\"identity\":{\"arn\":\"").add(session.sessionArn()).add("\"},\"region\":\"");
      text.add(company.region()).add("\",\"requestId\":\"").add(dice.uuid());
      text.add("\",\"operation\":\"InvokeModel\",\"modelId\":\"arn:aws:bedrock:");
      text.add(company.region()).add(":").add(company.account()).add(":imported-model/");
      text.add(dice.hex(12)).add("\",\"input\":{\"inputContentType\":\"application/json\",");
      text.add("\"inputTokenCount\":").add(dice.between(20, 900));
      text.add("},\"output\":{\"outputContentType\":\"application/json\",\"outputTokenCount\":");
      text.add(dice.between(10, 600)).add("}}");
      list.add(text.toString());
    }
    stage.extras.add(
        new Extra(
            "AWSLogs/"
                + company.account()
                + "/BedrockModelInvocationLogs/"
                + company.region()
                + Times.format("/yyyy/MM/dd/HH/yyyyMMdd'T'HHmmssSSS'Z'_", hour)
                + dice.hex(16)
                + ".json.gz",
            "",
            list));
  }
}
