package io.cofferdam.aws;

import java.net.URI;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/// Keeps the host of an endpoint that was named: S3 Control puts the account's number before it,
/// and no stand-in answers there.
final class EndpointHost implements ExecutionInterceptor {
  private final URI endpoint;

  EndpointHost(URI endpoint) {
    this.endpoint = endpoint;
  }

  /// The endpoint with a name for a host: with an address the vendor's client fails to put the
  /// account's number before it.
  static URI named(URI endpoint) {
    return URI.create(
        endpoint.getScheme()
            + "://localhost"
            + (endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort()));
  }

  @Override
  public SdkHttpRequest modifyHttpRequest(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    var request = context.httpRequest();
    return request.host().equals(endpoint.getHost())
        ? request
        : request.toBuilder().host(endpoint.getHost()).build();
  }
}
