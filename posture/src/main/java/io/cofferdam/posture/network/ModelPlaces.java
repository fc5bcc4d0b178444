package io.cofferdam.posture.network;

import io.cofferdam.access.network.fact.Network;
import io.cofferdam.access.network.fact.NetworkInterface;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.workload.Relation;
import io.cofferdam.posture.workload.Sureness;
import io.cofferdam.posture.workload.Workload;
import io.cofferdam.posture.workload.WorkloadKind;
import io.cofferdam.posture.workload.Workloads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Where workloads with a language model stand in the network: their interfaces, groups, subnets
/// and VPCs. Counts workloads that are likely ones, no guesses.
///
/// A machine's interfaces are those attached to it. Of containers, functions and SageMaker an
/// interface is taken for theirs when it stands in one of their subnets and bears one of their
/// groups.
public final class ModelPlaces {
  private static final Set<String> STANDING =
      Set.of(
          "ec2-instance",
          "ecs-service",
          "eks-nodegroup",
          "lambda-function",
          "sagemaker-endpoint",
          "sagemaker-model",
          "sagemaker-notebook",
          "sagemaker-training-job");

  private final Map<String, List<Workload>> byInterface = new HashMap<>();
  private final Map<String, List<Workload>> byGroup = new HashMap<>();
  private final Map<String, Set<String>> byVpc = new HashMap<>();
  private final List<Open> open = new ArrayList<>();

  /// @param region where places may be missing; empty: anywhere
  private record Open(String region, String why) {}

  private ModelPlaces(Scene scene) {
    var network = SceneNetwork.of(scene).network();
    var bySubnet = new HashMap<String, List<NetworkInterface>>();
    for (var each : network.all(NetworkInterface.class)) {
      bySubnet.computeIfAbsent(each.subnet(), s -> new ArrayList<>()).add(each);
    }
    var workloads = Workloads.of(scene);
    for (var workload : workloads.atLeast(Sureness.LIKELY)) {
      if (workload.kind() != WorkloadKind.REGISTRY) {
        place(workload, network, bySubnet);
      }
    }
    workloads.gaps().stream()
        .filter(gap -> STANDING.contains(gap.type()))
        .forEach(gap -> open(gap.region(), gap.gap().words() + ", so workloads may be missing"));
    workloads.undecided().stream()
        .filter(each -> STANDING.contains(each.resource().type()))
        .forEach(each -> each.gaps().forEach(gap -> open(each.resource().region(), gap.words())));
    scene
        .inventory()
        .gapsOf("network-interface")
        .forEach(gap -> open(gap.region(), gap.gap().words()));
  }

  private void open(String region, String why) {
    var one = new Open(region, why);
    if (!open.contains(one)) {
      open.add(one);
    }
  }

  public static ModelPlaces of(Scene scene) {
    SceneNetwork.of(scene);
    Workloads.of(scene);
    return scene.derived(ModelPlaces.class, ModelPlaces::new);
  }

  private void place(
      Workload workload, Network network, Map<String, List<NetworkInterface>> bySubnet) {
    var groups = new HashSet<>(workload.linked(Relation.SECURITY_GROUP));
    groups.forEach(each -> byGroup.computeIfAbsent(each, g -> new ArrayList<>()).add(workload));
    var resource = workload.resource();
    var vpcs = byVpc;
    workload.linked(Relation.VPC).forEach(each -> vpc(vpcs, each, workload));
    if (resource.type().equals("ec2-instance")) {
      network
          .ofInstance(resource.fact("InstanceId").asText(""))
          .forEach(each -> stands(workload, each));
      return;
    }
    for (var subnet : workload.linked(Relation.SUBNET)) {
      network
          .find(io.cofferdam.access.network.fact.Subnet.class, subnet)
          .ifPresent(each -> vpc(vpcs, each.vpc(), workload));
      for (var each : bySubnet.getOrDefault(subnet, List.of())) {
        if (each.groups().stream().anyMatch(groups::contains)) {
          stands(workload, each);
        }
      }
    }
  }

  private static void vpc(Map<String, Set<String>> byVpc, String vpc, Workload workload) {
    byVpc.computeIfAbsent(vpc, v -> new TreeSet<>()).add(workload.resource().name());
  }

  private void stands(Workload workload, NetworkInterface at) {
    byInterface.computeIfAbsent(at.id(), i -> new ArrayList<>()).add(workload);
    at.groups().forEach(g -> byGroup.computeIfAbsent(g, x -> new ArrayList<>()).add(workload));
    vpc(byVpc, at.vpc(), workload);
  }

  /// The workloads that an interface belongs to.
  public List<Workload> at(String networkInterface) {
    return byInterface.getOrDefault(networkInterface, List.of());
  }

  /// The workloads whose interfaces a security group filters.
  public List<Workload> behind(String securityGroup) {
    return byGroup.getOrDefault(securityGroup, List.of()).stream().distinct().toList();
  }

  /// The names of the workloads in a VPC.
  public Set<String> in(String vpc) {
    return byVpc.getOrDefault(vpc, Set.of());
  }

  /// The interfaces of a workload's resource.
  public List<String> interfacesOf(Resource resource) {
    return byInterface.entrySet().stream()
        .filter(e -> e.getValue().stream().anyMatch(w -> w.resource().id().equals(resource.id())))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /// Why there may be more places than these.
  public List<String> open() {
    return open.stream().map(Open::why).distinct().toList();
  }

  /// Why there may be more places in the region of a resource: nothing stands in a network of
  /// another region. It may be of another account, where a network is shared.
  public List<String> openAround(Resource resource) {
    return open.stream()
        .filter(
            each ->
                each.region().isEmpty()
                    || resource.region().isEmpty()
                    || each.region().equals(resource.region()))
        .map(Open::why)
        .distinct()
        .toList();
  }
}
