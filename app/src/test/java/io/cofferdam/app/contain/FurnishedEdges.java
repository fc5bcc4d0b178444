package io.cofferdam.app.contain;

import static io.cofferdam.app.contain.Furnished.names;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;

/// Where traffic comes in.
final class FurnishedEdges {
  private FurnishedEdges() {}

  static Stream<Furnished> all() {
    return Stream.of(
        new Furnished("aws.ec2.block-at-network-acl", FurnishedEdges::networkAcl),
        new Furnished("aws.waf.block-addresses", FurnishedEdges::webAcl));
  }

  private static Map<String, String> networkAcl(MotoAccount account) {
    var vpc =
        account.call("ec2", "CreateVpc", "{'CidrBlock':'10.9.0.0/16'}").at("/Vpc/VpcId").asText();
    account.call("ec2", "CreateSubnet", "{'VpcId':'" + vpc + "','CidrBlock':'10.9.1.0/24'}");
    var names =
        names(
            "acl",
            account
                .call(
                    "ec2",
                    "DescribeNetworkAcls",
                    "{'Filters':[{'Name':'vpc-id','Values':['" + vpc + "']}]}")
                .at("/NetworkAcls/0/NetworkAclId")
                .asText());
    names.put("peer", "all");
    return names;
  }

  private static Map<String, String> webAcl(MotoAccount account) {
    var set =
        account
            .call(
                "wafv2",
                "CreateIPSet",
                "{'Name':'blocked','Scope':'REGIONAL','IPAddressVersion':'IPV4',"
                    + "'Addresses':['203.0.113.7/32']}")
            .at("/Summary/ARN")
            .asText();
    var acl = create(account, set);
    var names = names("set", set);
    names.put("acl", acl.at("/Summary/ARN").asText());
    names.put("addresses", "198.51.100.0/24,192.0.2.9/32");
    return names;
  }

  private static JsonNode create(MotoAccount account, String set) {
    var seen =
        "'VisibilityConfig':{'SampledRequestsEnabled':true,'CloudWatchMetricsEnabled':true,"
            + "'MetricName':'shop'}";
    return account.call(
        "wafv2",
        "CreateWebACL",
        "{'Name':'shop','Scope':'REGIONAL','DefaultAction':{'Allow':{}},"
            + seen
            + ",'Rules':[{'Name':'office','Priority':0,'Action':{'Allow':{}},'Statement':"
            + "{'GeoMatchStatement':{'CountryCodes':['DE']}},"
            + seen
            + "},{'Name':'blocked','Priority':1,'Action':{'Block':{}},'Statement':"
            + "{'IPSetReferenceStatement':{'ARN':'"
            + set
            + "'}},"
            + seen
            + "}]}");
  }
}
