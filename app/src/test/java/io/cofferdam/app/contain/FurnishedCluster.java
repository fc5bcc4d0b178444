package io.cofferdam.app.contain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.spi.Target;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// What stands in a cluster before the acts: a pod that exports, policies that select it and one
/// that does not, a node, and a store whose claims would be deleted with its pods.
final class FurnishedCluster {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String POLICIES =
      "/apis/networking.k8s.io/v1/namespaces/shop/networkpolicies/";

  private FurnishedCluster() {}

  /// @param put takes the path of an object, and the object
  static void furnish(BiConsumer<String, ObjectNode> put) {
    put.accept(
        "/api/v1/namespaces/shop/pods/exporter-0",
        json(
            "{'apiVersion':'v1','kind':'Pod','metadata':{'name':'exporter-0','labels':{'app':"
                + "'exporter','tier':'batch'}},'spec':{'containers':[{'name':'exporter','image':"
                + "'shop/exporter:1'}]}}"));
    policy(put, "allow-dns", "{}", "'Egress'],'egress':[{'ports':[{'port':53}]}]");
    policy(
        put,
        "batch-in",
        "{'matchExpressions':[{'key':'tier','operator':'In','values':['batch']}]}",
        "'Ingress'],'ingress':[{'from':[{'podSelector':{'matchLabels':{'app':'queue'}}}]}]");
    policy(put, "search", "{'matchLabels':{'app':'search'}}", "'Ingress'],'ingress':[{}]");
    put.accept(
        "/api/v1/nodes/worker-1.shop.example",
        json(
            "{'apiVersion':'v1','kind':'Node','metadata':{'name':'worker-1.shop.example'},"
                + "'spec':{}}"));
    put.accept(
        "/apis/apps/v1/namespaces/shop/statefulsets/store",
        json(
            "{'apiVersion':'apps/v1','kind':'StatefulSet','metadata':{'name':'store'},'spec':{"
                + "'replicas':3,'serviceName':'store','selector':{'matchLabels':{'app':'store'}},"
                + "'persistentVolumeClaimRetentionPolicy':{'whenScaled':'Delete',"
                + "'whenDeleted':'Retain'},'volumeClaimTemplates':[{'metadata':{'name':'data'},"
                + "'spec':{'accessModes':['ReadWriteOnce'],'resources':{'requests':{'storage':"
                + "'1Gi'}}}}],'template':{'metadata':{'labels':{'app':'store'}},'spec':{"
                + "'containers':[{'name':'store','image':'shop/store:1'}],"
                + "'volumes':[{'name':'cache','emptyDir':{}}]}}}}"));
  }

  private static void policy(
      BiConsumer<String, ObjectNode> put, String name, String selector, String rest) {
    put.accept(
        POLICIES + name,
        json(
            "{'apiVersion':'networking.k8s.io/v1','kind':'NetworkPolicy','metadata':{'name':'"
                + name
                + "'},'spec':{'podSelector':"
                + selector
                + ",'policyTypes':["
                + rest
                + "}}"));
  }

  /// What an act is aimed at there.
  static Target target(String act) {
    return switch (act) {
      case "kubernetes.isolate-pod" -> target("namespace", "shop", "pod", "exporter-0");
      case "kubernetes.cordon-node" -> target("node", "worker-1.shop.example");
      default -> target("namespace", "shop", "kind", "statefulset", "workload", "store");
    };
  }

  private static Target target(String... names) {
    var words = new TreeMap<String, String>();
    for (var i = 0; i < names.length; i += 2) {
      words.put(names[i], names[i + 1]);
    }
    return new Target("shop-cluster", "", words);
  }

  /// JSON with single quotes.
  static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException bad) {
      throw new AssertionError(text, bad);
    }
  }
}
