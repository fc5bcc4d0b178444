package io.cofferdam.app.contain;

import static io.cofferdam.app.contain.RefusedChange.change;

import io.cofferdam.respond.act.proof.Judgement.Verdict;
import java.util.stream.Stream;

/// Changes on Kubernetes that must be refused.
final class RefusedPods {
  private static final String POD = "'uid':'u1','labels':{'app':'exporter'},'hostNetwork':false";
  private static final String OWN =
      "'label':'isolated','own':{'podSelector':{'matchExpressions':[{'key':"
          + "'isolate.cofferdam.io/u1','operator':'Exists'}]},'policyTypes':['Ingress','Egress']}";

  private RefusedPods() {}

  static Stream<RefusedChange> all() {
    return Stream.of(
        pod(policies(dns("{}")), OWN + "," + policies(dns("{}")), Verdict.STILL_OPEN),
        pod(
            policies(dns("{}")),
            OWN + "," + policies(dns("{'matchLabels':{'app':'search'}}")),
            Verdict.LOSES),
        pod(
            OWN + "," + policies(""),
            OWN + "," + policies(dns("{'matchLabels':{'app':'search'}}")),
            Verdict.OPENS),
        pod(OWN + "," + policies(""), policies(""), Verdict.OPENS),
        change("kubernetes.cordon-node", "node", "n1")
            .from("'uid':'u1','unschedulable':true")
            .to("'uid':'u1'", Verdict.OPENS),
        workload("'whenScaled':'Delete','replicas':2", Verdict.STILL_OPEN),
        workload("'whenScaled':'Delete','replicas':0", Verdict.LOSES));
  }

  private static RefusedChange pod(String before, String after, Verdict verdict) {
    return change("kubernetes.isolate-pod", "namespace", "shop", "pod", "exporter-0")
        .from(POD + "," + before)
        .to(POD + "," + after, verdict);
  }

  private static String policies(String members) {
    return "'policies':{" + members + "}";
  }

  private static String dns(String selector) {
    return "'allow-dns':{'podSelector':"
        + selector
        + ",'policyTypes':['Egress'],'egress':[{'ports':[{'protocol':'UDP','port':53}]}]}";
  }

  private static RefusedChange workload(String after, Verdict verdict) {
    var rest = "'uid':'u1','claims':['data'],";
    return change(
            "kubernetes.scale-to-zero",
            "namespace",
            "shop",
            "kind",
            "statefulset",
            "workload",
            "store")
        .from(rest + "'whenScaled':'Delete','replicas':2")
        .to(rest + after, verdict);
  }
}
