package io.cofferdam.model.origin;

/// Where leaked data came from.
public enum OriginAnswer {
  TRAINING_DATA("training data"),
  WEIGHTS("weights"),
  INFERENCE_DATA("inference data"),
  RETRIEVAL_STORE("retrieval store"),
  CUSTOMER_STORE("customer store"),
  UNDETERMINED("undetermined");

  private final String words;

  OriginAnswer(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
