package io.cofferdam.posture.predicate.learning;

import io.cofferdam.posture.predicate.Predicate;
import java.util.Map;

/// The predicates on models, by name.
public final class LearningPredicates {
  private LearningPredicates() {}

  public static Map<String, Predicate> all() {
    return Map.of(
        "sagemaker-data-capture", new DataCapture(),
        "sagemaker-customer-key", new WorkspaceKey(),
        "sagemaker-isolation", new Isolation(),
        "model-share", new ModelShare(),
        "image-exposure", new ImageExposure(),
        "bedrock-custom-model", new CustomModelGuard());
  }
}
