package io.cofferdam.app.contain;

import static io.cofferdam.app.contain.Furnished.names;

import java.util.Map;
import java.util.stream.Stream;

/// Models that are asked, and functions that are called.
final class FurnishedModels {
  private FurnishedModels() {}

  static Stream<Furnished> all() {
    return Stream.of(
        new Furnished("aws.bedrock.deny-invoke-user", account -> Furnished.user(account, false)),
        new Furnished("aws.bedrock.deny-invoke-role", Furnished::role),
        new Furnished("aws.sagemaker.deny-invoke-user", account -> Furnished.user(account, false)),
        new Furnished("aws.sagemaker.deny-invoke-role", Furnished::role),
        new Furnished("aws.sagemaker.quarantine-endpoint", FurnishedModels::endpoint),
        new Furnished("aws.lambda.close-url", FurnishedModels::url),
        new Furnished("aws.lambda.stop-function", FurnishedModels::function));
  }

  private static Map<String, String> endpoint(MotoAccount account) {
    account.call(
        "sagemaker",
        "CreateModel",
        "{'ModelName':'advice','ExecutionRoleArn':'arn:aws:iam::@:role/model',"
            + "'PrimaryContainer':{'Image':'@.dkr.ecr.eu-central-1.amazonaws.com/shop:1'}}");
    account.call(
        "sagemaker",
        "CreateEndpointConfig",
        "{'EndpointConfigName':'advice-1','ProductionVariants':[{'VariantName':'one',"
            + "'ModelName':'advice','InstanceType':'ml.m5.large','InitialInstanceCount':1,"
            + "'InitialVariantWeight':1.0}]}");
    account.call(
        "sagemaker", "CreateEndpoint", "{'EndpointName':'advice','EndpointConfigName':'advice-1'}");
    Furnished.role(account);
    Furnished.user(account, false);
    var names = names("endpoint", "advice");
    names.put("callers", "role/ci-deploy, user/exporter");
    return names;
  }

  private static Map<String, String> function(MotoAccount account) {
    Furnished.role(account);
    account.call(
        "lambda",
        "CreateFunction",
        "{'FunctionName':'search','Runtime':'python3.12','Role':'arn:aws:iam::@:role/ci-deploy',"
            + "'Handler':'search.answer','Code':{'ZipFile':'invented'}}");
    return names("function", "search");
  }

  private static Map<String, String> url(MotoAccount account) {
    var names = function(account);
    account.call(
        "lambda", "CreateFunctionUrlConfig", "{'FunctionName':'search','AuthType':'NONE'}");
    account.call(
        "lambda",
        "AddPermission",
        "{'FunctionName':'search','StatementId':'partner','Action':'lambda:InvokeFunctionUrl',"
            + "'Principal':'arn:aws:iam::444455556666:root'}");
    return names;
  }
}
