package io.cofferdam.model.datamap;

/// A store's part in the chain of the language model.
public enum StoreRole {
  TRAINING_DATA,
  WEIGHTS,
  INFERENCE_DATA,
  RETRIEVAL_STORE,
  CUSTOMER_STORE,
  LOGS,
  CODE,
  OTHER,
  UNKNOWN
}
