package io.cofferdam.posture.predicate.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.MadeEstate;
import io.cofferdam.testkit.Covers;
import org.junit.jupiter.api.Test;

/// Networks that other scanners cry wolf about, and some that they miss.
@Covers("P-01")
class NetworkPredicatesTest {
  private static final String ANYBODY = "[{'CidrIp':'0.0.0.0/0'}]";

  private static MadeEstate vpc(String routes) {
    return new MadeEstate()
        .with("vpc", "vpc-1", "{'VpcId':'vpc-1','CidrBlock':'10.0.0.0/16'}")
        .with(
            "subnet",
            "subnet-1",
            "{'SubnetId':'subnet-1','VpcId':'vpc-1','CidrBlock':'10.0.0.0/24'}")
        .with(
            "network-acl",
            "acl-1",
            """
            {'NetworkAclId':'acl-1','VpcId':'vpc-1','Associations':[{'SubnetId':'subnet-1'}],
            'Entries':[{'RuleNumber':100,'Egress':false,'RuleAction':'allow','Protocol':'-1','CidrBlock':'0.0.0.0/0'},
            {'RuleNumber':100,'Egress':true,'RuleAction':'allow','Protocol':'-1','CidrBlock':'0.0.0.0/0'}]}""")
        .with(
            "internet-gateway",
            "igw-1",
            "{'InternetGatewayId':'igw-1','Attachments':[{'VpcId':'vpc-1','State':'available'}]}")
        .with(
            "route-table",
            "rtb-1",
            "{'RouteTableId':'rtb-1','VpcId':'vpc-1','Associations':[{'Main':true}],'Routes':["
                + "{'DestinationCidrBlock':'10.0.0.0/16','GatewayId':'local','State':'active'}"
                + routes
                + "]}");
  }

  private static final String OUT =
      ",{'DestinationCidrBlock':'0.0.0.0/0','GatewayId':'igw-1','State':'active'}";

  private static String rule(int port) {
    return "[{'IpProtocol':'tcp','FromPort':%d,'ToPort':%d,'IpRanges':%s}]"
        .formatted(port, port, ANYBODY);
  }

  private static MadeEstate with(MadeEstate estate, String ingress, String egress) {
    return estate
        .with(
            "security-group",
            "sg-1",
            "{'GroupId':'sg-1','VpcId':'vpc-1','IpPermissions':%s,'IpPermissionsEgress':%s}"
                .formatted(ingress, egress))
        .with(
            "network-interface",
            "eni-1",
            """
            {'NetworkInterfaceId':'eni-1','VpcId':'vpc-1','SubnetId':'subnet-1','InterfaceType':'interface',
            'PrivateIpAddresses':[{'PrivateIpAddress':'10.0.0.10','Association':{'PublicIp':'203.0.113.9'}}],
            'Groups':[{'GroupId':'sg-1'}],'Attachment':{'InstanceId':'i-1'}}""");
  }

  private static MadeEstate machine(MadeEstate estate, String name, String type) {
    return estate.with(
        "ec2-instance",
        "i-1",
        """
        {'InstanceId':'i-1','InstanceType':'%s','Tags':[{'Key':'Name','Value':'%s'}],'SubnetId':'subnet-1',
        'VpcId':'vpc-1','SecurityGroups':[{'GroupId':'sg-1'}],'State':{'Name':'running'}}"""
            .formatted(type, name));
  }

  private static Outcome judge(MadeEstate estate, String predicate, String type) {
    return NetworkPredicates.all().get(predicate).evaluate(estate.the(type), estate.scene());
  }

  @Test
  void aShopOnAPortThatModelServersAlsoUseIsQuiet() {
    var shop = machine(with(vpc(OUT), rule(8080), "[]"), "shop-web", "m5.large");
    assertThat(judge(shop, "net-model-ports-shut", "network-interface"))
        .isInstanceOf(Outcome.Met.class);
    var model = machine(with(vpc(OUT), rule(8080), "[]"), "vllm-chat", "p4d.24xlarge");
    assertThat(judge(model, "net-model-ports-shut", "network-interface"))
        .isInstanceOf(Outcome.Violated.class);
  }

  @Test
  void anAddressThatOnlyTheWholeInterfaceNamesIsPublicToo() {
    var estate =
        machine(vpc(OUT), "vllm-chat", "p4d.24xlarge")
            .with(
                "security-group",
                "sg-1",
                "{'GroupId':'sg-1','VpcId':'vpc-1','IpPermissions':%s,'IpPermissionsEgress':[]}"
                    .formatted(rule(8000)))
            .with(
                "network-interface",
                "eni-1",
                """
                {'NetworkInterfaceId':'eni-1','VpcId':'vpc-1','SubnetId':'subnet-1','InterfaceType':'interface',
                'PrivateIpAddress':'10.0.0.10','Association':{'PublicIp':'203.0.113.9'},
                'PrivateIpAddresses':[{'Primary':true,'PrivateIpAddress':'10.0.0.10'}],
                'Groups':[{'GroupId':'sg-1'}],'Attachment':{'InstanceId':'i-1'}}""");
    assertThat(judge(estate, "net-model-ports-shut", "network-interface"))
        .isInstanceOf(Outcome.Violated.class);
  }

  @Test
  void aPortThatOnlyModelServersUseCountsAnywhere() {
    var estate = machine(with(vpc(OUT), rule(11434), "[]"), "spare", "m5.large");
    assertThat(judge(estate, "net-model-ports-shut", "network-interface"))
        .isInstanceOfSatisfying(
            Outcome.Violated.class, open -> assertThat(open.why()).contains("11434 (Ollama)"));
  }

  @Test
  void anOpenPortWithoutARouteIsQuiet() {
    var estate = machine(with(vpc(""), rule(11434), "[]"), "vllm-chat", "p4d.24xlarge");
    assertThat(judge(estate, "net-model-ports-shut", "network-interface"))
        .isInstanceOf(Outcome.Met.class);
  }

  @Test
  void wideEgressOfAGroupWithoutAModelIsQuiet() {
    var egress = "[{'IpProtocol':'-1','IpRanges':" + ANYBODY + "}]";
    var shop = machine(with(vpc(OUT), "[]", egress), "shop-web", "m5.large");
    assertThat(judge(shop, "net-egress-narrow", "security-group"))
        .isInstanceOf(Outcome.NotApplicable.class);
  }

  @Test
  void twoHalvesOfTheInternetAreAnybody() {
    var egress =
        "[{'IpProtocol':'-1','IpRanges':[{'CidrIp':'0.0.0.0/1'},{'CidrIp':'128.0.0.0/1'}]}]";
    var model = machine(with(vpc(OUT), "[]", egress), "vllm-chat", "p4d.24xlarge");
    assertThat(judge(model, "net-egress-narrow", "security-group"))
        .isInstanceOf(Outcome.Violated.class);
  }

  @Test
  void egressToAPrefixListIsQuiet() {
    var egress = "[{'IpProtocol':'-1','PrefixListIds':[{'PrefixListId':'pl-s3'}]}]";
    var model = machine(with(vpc(OUT), "[]", egress), "vllm-chat", "p4d.24xlarge");
    assertThat(judge(model, "net-egress-narrow", "security-group")).isInstanceOf(Outcome.Met.class);
  }

  @Test
  void whileMachinesCannotBeListedNothingIsSaidToBeBesideThePoint() {
    var egress = "[{'IpProtocol':'-1','IpRanges':" + ANYBODY + "}]";
    var estate = with(vpc(OUT), "[]", egress).unlisted("ec2-instance");
    assertThat(judge(estate, "net-egress-narrow", "security-group"))
        .isInstanceOf(Outcome.Undetermined.class);
  }

  @Test
  void whatCannotBeListedInAnotherRegionStandsInNoNetworkHere() {
    var egress = "[{'IpProtocol':'-1','IpRanges':" + ANYBODY + "}]";
    var estate = with(vpc(OUT), "[]", egress).unlisted("ec2-instance", "ap-east-1");
    assertThat(judge(estate, "net-egress-narrow", "security-group"))
        .isInstanceOf(Outcome.NotApplicable.class);
  }

  @Test
  void aPartnerOfTheDataMapIsNoOutsider() {
    var estate =
        machine(
                with(
                    vpc(
                        ",{'DestinationCidrBlock':'10.9.0.0/16','VpcPeeringConnectionId':'pcx-1','State':'active'}"),
                    "[{'IpProtocol':'-1','IpRanges':[{'CidrIp':'10.0.0.0/8'}]}]",
                    "[]"),
                "vllm-chat",
                "p4d.24xlarge")
            .with(
                "vpc-peering-connection",
                "pcx-1",
                """
                {'VpcPeeringConnectionId':'pcx-1','Status':{'Code':'active'},
                'RequesterVpcInfo':{'OwnerId':'%s','VpcId':'vpc-9','CidrBlock':'10.9.0.0/16'},
                'AccepterVpcInfo':{'OwnerId':'%s','VpcId':'vpc-1','CidrBlock':'10.0.0.0/16'}}"""
                    .formatted(MadeEstate.OWN, MadeEstate.OWN));
    assertThat(judge(estate, "net-no-foreign-network", "network-interface"))
        .isInstanceOf(Outcome.Met.class);
  }
}
