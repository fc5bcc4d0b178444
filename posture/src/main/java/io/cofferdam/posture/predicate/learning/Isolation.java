package io.cofferdam.posture.predicate.learning;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;

/// Models and training jobs cannot call out, notebooks and domains not but through a network of the
/// customer, and nobody is root on a notebook
/// (`https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html`).
final class Isolation implements Predicate {

  @Override
  public Outcome evaluate(Resource resource, Scene scene) {
    var verdict = new Verdict();
    switch (resource.type()) {
      case "sagemaker-model" -> {
        if (!verdict.lacks(resource, "model")) {
          isolated(resource, "model", verdict);
        }
      }
      case "sagemaker-training-job" -> {
        if (!verdict.lacks(resource, "job")) {
          if (!JobAge.current(resource, scene)) {
            return new Outcome.NotApplicable("it ended more than 90 days before");
          }
          isolated(resource, "job", verdict);
        }
      }
      case "sagemaker-domain" -> {
        if (!verdict.lacks(resource, "domain")) {
          var way = resource.fact("domain.AppNetworkAccessType").asText("");
          if (!way.equals("VpcOnly")) {
            verdict.wrong(
                "its apps reach the internet by themselves", "AppNetworkAccessType is " + way);
          }
        }
      }
      default -> {
        if (!verdict.lacks(resource, "notebook")) {
          notebook(resource, verdict);
        }
      }
    }
    return verdict.outcome();
  }

  private static void isolated(Resource resource, String fact, Verdict verdict) {
    if (resource.fact(fact + ".EnableNetworkIsolation").asBoolean(false)) {
      verdict.fine("its containers cannot call out");
      return;
    }
    var network = !resource.fact(fact + ".VpcConfig.Subnets").isEmpty();
    verdict.wrong(
        network
            ? "its containers can call whatever their security groups let through"
            : "its containers can call the internet",
        network ? "EnableNetworkIsolation is not true" : "no VpcConfig, no EnableNetworkIsolation");
  }

  private static void notebook(Resource resource, Verdict verdict) {
    if (!resource.fact("notebook.DirectInternetAccess").asText("").equals("Disabled")) {
      verdict.wrong("it reaches the internet by itself", "DirectInternetAccess is not Disabled");
    }
    if (!resource.fact("notebook.RootAccess").asText("").equals("Disabled")) {
      verdict.wrong("whoever opens it is root on it", "RootAccess is not Disabled");
    }
  }
}
