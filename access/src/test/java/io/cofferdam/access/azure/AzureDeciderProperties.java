package io.cofferdam.access.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.access.azure.ReferenceRoles.Block;
import io.cofferdam.access.azure.ReferenceRoles.Grant;
import io.cofferdam.access.azure.ReferenceRoles.World;
import io.cofferdam.access.azure.abac.Attributes;
import io.cofferdam.access.azure.network.NetworkRules;
import io.cofferdam.access.azure.network.Origin;
import io.cofferdam.access.azure.network.PublicNetworkAccess;
import io.cofferdam.access.azure.rbac.DenyAssignment;
import io.cofferdam.access.azure.rbac.Directory;
import io.cofferdam.access.azure.rbac.Permissions;
import io.cofferdam.access.azure.rbac.PrincipalRef;
import io.cofferdam.access.azure.rbac.PrincipalType;
import io.cofferdam.access.azure.rbac.RoleAssignment;
import io.cofferdam.access.azure.rbac.RoleDefinition;
import io.cofferdam.access.azure.rbac.RoleModel;
import io.cofferdam.access.azure.rbac.Scope;
import io.cofferdam.access.azure.rbac.ScopeTree;
import io.cofferdam.access.azure.storage.BlobOperation;
import io.cofferdam.access.azure.storage.StorageAccount;
import io.cofferdam.access.exposure.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Random small worlds of roles, deny assignments and groups, against [ReferenceRoles], and laws
/// that hold whatever the world.
class AzureDeciderProperties {
  private static final String BLOBS =
      "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/";
  private static final String ACCOUNT =
      "/subscriptions/s1/resourceGroups/rg1/providers/Microsoft.Storage/storageAccounts/shopdata";
  private static final String CONTAINER = ACCOUNT + "/blobServices/default/containers/retrieval";
  private static final List<String> SCOPES =
      List.of(
          "/",
          "/providers/Microsoft.Management/managementGroups/top",
          "/providers/Microsoft.Management/managementGroups/side",
          "/subscriptions/s1",
          "/subscriptions/s1/resourceGroups/rg1",
          "/subscriptions/s1/resourceGroups/rg",
          ACCOUNT,
          CONTAINER,
          CONTAINER + "2");
  private static final Map<String, String> PARENTS =
      Map.of("/subscriptions/s1", SCOPES.get(1), SCOPES.get(1), "/", SCOPES.get(2), "/");
  private static final List<String> WHO = List.of("ana", "ben", "g1", "g2", "g3");
  private static final List<String> ACTIONS =
      List.of("*", BLOBS + "*", BLOBS + "read", BLOBS + "delete", "*/read", "*/tags/read");
  private static final List<BlobOperation> OPERATIONS =
      List.of(BlobOperation.GET_BLOB, BlobOperation.DELETE_BLOB, BlobOperation.READ_TAGS);

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static <T> List<T> some(Random random, List<T> from, int most) {
    List<T> all = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      all.add(pick(random, from));
    }
    return all;
  }

  private static World world(Random random) {
    List<Grant> grants = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      grants.add(
          new Grant(
              pick(random, WHO),
              pick(random, SCOPES),
              some(random, ACTIONS, 2),
              random.nextInt(3) == 0 ? some(random, ACTIONS, 1) : List.of()));
    }
    List<Block> blocks = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      blocks.add(block(random));
    }
    Map<String, List<String>> groups = new HashMap<>();
    for (String group : List.of("g1", "g2", "g3")) {
      groups.put(group, some(random, WHO, 3));
    }
    return new World(grants, blocks, groups, PARENTS);
  }

  private static Block block(Random random) {
    return new Block(
        some(random, WHO, 2),
        random.nextInt(3) == 0,
        some(random, WHO, 1),
        pick(random, SCOPES),
        random.nextInt(3) == 0,
        some(random, ACTIONS, 2),
        random.nextInt(3) == 0 ? some(random, ACTIONS, 1) : List.of());
  }

  private static PrincipalRef ref(String id) {
    return new PrincipalRef(id, id.startsWith("g") ? PrincipalType.GROUP : PrincipalType.USER);
  }

  private static AzureEstate estate(World world) {
    Map<String, RoleDefinition> roles = new HashMap<>();
    List<RoleAssignment> assignments = new ArrayList<>();
    for (Grant grant : world.grants()) {
      String id = "role" + roles.size();
      roles.put(
          id,
          new RoleDefinition(
              id,
              id,
              List.of(Permissions.of(List.of(), List.of(), grant.data(), grant.notData())),
              List.of()));
      assignments.add(
          new RoleAssignment(
              id,
              ref(grant.to()),
              id,
              new Scope(grant.at()),
              Optional.empty(),
              RoleAssignment.State.ACTIVE,
              Optional.empty(),
              Optional.empty()));
    }
    List<DenyAssignment> denies = new ArrayList<>();
    for (Block block : world.blocks()) {
      denies.add(
          new DenyAssignment(
              "deny" + denies.size(),
              new Scope(block.at()),
              List.of(Permissions.of(List.of(), List.of(), block.data(), block.notData())),
              block.to().stream().map(AzureDeciderProperties::ref).toList(),
              block.everyone(),
              block.excluded().stream().map(AzureDeciderProperties::ref).toList(),
              block.hereOnly(),
              Optional.empty()));
    }
    Map<String, Set<String>> groups = new HashMap<>();
    world.groups().forEach((group, members) -> groups.put(group, new HashSet<>(members)));
    Map<Scope, Scope> parents = new HashMap<>();
    world.parents().forEach((child, up) -> parents.put(new Scope(child), new Scope(up)));
    return new AzureEstate(
        new RoleModel(
            new ScopeTree(parents),
            roles,
            assignments,
            denies,
            new Directory(groups, Set.of()),
            List.of(),
            List.of(),
            List.of()),
        Map.of("shopdata", account()),
        Map.of());
  }

  private static StorageAccount account() {
    return new StorageAccount(
        "shopdata",
        new Scope(ACCOUNT),
        Part.known(true),
        Part.known(false),
        Part.known(false),
        Part.known(false),
        Part.known(false),
        Part.known(PublicNetworkAccess.ENABLED),
        Part.known(NetworkRules.OPEN),
        Set.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static AzureDecision decide(World world, BlobOperation operation) {
    return AzureDecider.decide(
        new AzureRequest(
            new AzureTarget.Blob(operation, "shopdata", "retrieval", "a"),
            Credential.Entra.of("ana"),
            new Origin.Untold(),
            true,
            Instant.EPOCH,
            Attributes.NONE),
        estate(world));
  }

  private static boolean allowed(World world, BlobOperation operation) {
    return decide(world, operation) instanceof AzureDecision.Allowed;
  }

  @Property(tries = 20_000)
  void agreesWithTheReference(@ForAll long seed) {
    Random random = new Random(seed);
    World world = world(random);
    BlobOperation operation = pick(random, OPERATIONS);
    AzureDecision decision = decide(world, operation);

    assertThat(decision).isNotInstanceOf(AzureDecision.Unknown.class);
    assertThat(decision instanceof AzureDecision.Allowed)
        .as("%s in %s: %s", operation, world, decision)
        .isEqualTo(
            ReferenceRoles.allowed(world, "ana", operation.actions().get(0).name(), CONTAINER));
  }

  @Property(tries = 3_000)
  void addingADenyAssignmentNeverAllows(@ForAll long seed) {
    Random random = new Random(seed);
    World world = world(random);
    BlobOperation operation = pick(random, OPERATIONS);
    List<Block> more = new ArrayList<>(world.blocks());
    more.add(block(random));
    if (!allowed(world, operation)) {
      assertThat(
              allowed(new World(world.grants(), more, world.groups(), world.parents()), operation))
          .isFalse();
    }
  }

  @Property(tries = 3_000)
  void addingARoleAssignmentNeverDenies(@ForAll long seed) {
    Random random = new Random(seed);
    World world = world(random);
    BlobOperation operation = pick(random, OPERATIONS);
    List<Grant> more = new ArrayList<>(world.grants());
    more.addAll(world(random).grants());
    if (allowed(world, operation)) {
      assertThat(
              allowed(new World(more, world.blocks(), world.groups(), world.parents()), operation))
          .isTrue();
    }
  }

  @Property(tries = 2_000)
  void orderDoesNotMatter(@ForAll long seed) {
    Random random = new Random(seed);
    World world = world(random);
    BlobOperation operation = pick(random, OPERATIONS);
    List<Grant> grants = new ArrayList<>(world.grants());
    List<Block> blocks = new ArrayList<>(world.blocks());
    Collections.shuffle(grants, random);
    Collections.shuffle(blocks, random);

    assertThat(allowed(new World(grants, blocks, world.groups(), world.parents()), operation))
        .isEqualTo(allowed(world, operation));
  }

  /// Forgetting who is in a group must not turn an answer into its opposite.
  @Property(tries = 3_000)
  void forgettingAMembershipNeverTurnsAnAnswer(@ForAll long seed) {
    Random random = new Random(seed);
    World world = world(random);
    BlobOperation operation = pick(random, OPERATIONS);
    AzureEstate known = estate(world);
    Map<String, Set<String>> groups = new HashMap<>(known.roles().directory().members());
    String forgotten = pick(random, List.of("g1", "g2", "g3"));
    groups.remove(forgotten);
    RoleModel roles = known.roles();
    AzureEstate blurred =
        new AzureEstate(
            new RoleModel(
                roles.scopes(),
                roles.roles(),
                roles.assignments(),
                roles.denies(),
                new Directory(groups, Set.of(forgotten)),
                List.of(),
                List.of(),
                List.of()),
            known.accounts(),
            known.vaults());
    AzureRequest request =
        new AzureRequest(
            new AzureTarget.Blob(operation, "shopdata", "retrieval", "a"),
            Credential.Entra.of("ana"),
            new Origin.Untold(),
            true,
            Instant.EPOCH,
            Attributes.NONE);
    AzureDecision answer = AzureDecider.decide(request, blurred);
    if (!(answer instanceof AzureDecision.Unknown)) {
      assertThat(answer instanceof AzureDecision.Allowed).isEqualTo(allowed(world, operation));
    }
  }
}
