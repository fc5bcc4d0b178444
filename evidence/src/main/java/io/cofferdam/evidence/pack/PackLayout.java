package io.cofferdam.evidence.pack;

/// Names of things in a pack, relative to it.
public final class PackLayout {
  public static final String FORMAT = "cofferdam-evidence-pack/1";
  public static final String MANIFEST = "manifest.json";
  public static final String GUIDE = "HOW-TO-VERIFY.md";
  public static final String FILES = "files/";
  public static final String LEDGER = "ledger/";
  public static final String CHECKPOINT = LEDGER + "checkpoint";
  public static final String PAYLOADS = LEDGER + "payloads/";
  public static final String PROOFS = "proofs/";
  public static final String TIMESTAMP = "anchors/checkpoint.tsr";

  public static final String MANIFEST_ENTRY = "manifest";
  public static final String REPORT_ENTRY = "report";
  public static final String FILE_ENTRY = "file";
  public static final String INPUT_ENTRY = "input";

  private PackLayout() {}

  public static String proof(long index) {
    return PROOFS + index + ".json";
  }
}
