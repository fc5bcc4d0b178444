package io.cofferdam.logs.s3inventory;

import io.cofferdam.logs.FormatRobustness;
import io.cofferdam.testkit.Covers;

@Covers({"D-01", "X-04"})
class S3InventoryManifestRobustnessTest extends FormatRobustness {
  static String manifest(String files) {
    return """
    {"sourceBucket":"shop-training","destinationBucket":"arn:aws:s3:::shop-inventory",\
    "version":"2016-11-30","creationTimestamp":"1772323200000","fileFormat":"CSV",\
    "fileSchema":"Bucket, Key, Size, ETag, LastModifiedDate","files":["""
        + files
        + "]}";
  }

  static String file(int i) {
    return "{\"key\":\"inv/data/file-%d.csv.gz\",\"size\":2147,\"MD5checksum\":\"%032x\"}"
        .formatted(i, i);
  }

  @Override
  protected String format() {
    return "s3-inventory-manifest";
  }

  @Override
  protected String content() {
    return manifest(file(1) + "," + file(2) + "," + file(3));
  }

  @Override
  protected String disorderedContent() {
    return manifest(file(3) + "," + file(1) + "," + file(2));
  }

  @Override
  protected int records() {
    return 1;
  }

  @Override
  protected Bomb bombParts() {
    var whole = manifest("#");
    return new Bomb(whole.substring(0, whole.indexOf('#')) + file(1), "," + file(2), "]}");
  }
}
