package io.cofferdam.drill.aws;

import io.cofferdam.drill.dice.Dice;
import io.cofferdam.drill.text.ByteText;
import io.cofferdam.drill.text.Times;
import io.cofferdam.drill.world.Actor;
import io.cofferdam.drill.world.Company;
import io.cofferdam.drill.world.Request;
import io.cofferdam.drill.world.Request.Verb;

/// Writes S3 server access log lines (Amazon S3 user guide, "Amazon S3 server access log format").
final class AccessLines {
  private final Company company;
  private final TrailRecords names;

  AccessLines(Company company, TrailRecords names) {
    this.company = company;
    this.names = names;
  }

  void line(ByteText out, Request request) {
    var store = request.store();
    var seat = request.seat();
    var actor = seat.actor();
    var object = request.object();
    out.add(company.canonicalId()).add(' ').add(store.bucket()).add(" [");
    out.add(Times.s3Log(request.second())).add("] ");
    out.add(seat.address()).add(' ').add(actor.requester()).add(' ');
    TrailRecords.requestId(out, request.salt()).add(' ');
    out.add(
        switch (request.verb()) {
          case GET -> "REST.GET.OBJECT ";
          case HEAD -> "REST.HEAD.OBJECT ";
          case LIST -> "REST.GET.BUCKET ";
          case PUT -> "REST.PUT.OBJECT ";
          case COPY -> "REST.COPY.OBJECT_GET ";
        });
    if (request.verb() == Verb.LIST) {
      out.add("- \"GET /?list-type=2&encoding-type=url&prefix= HTTP/1.1\" ");
    } else {
      out.percent(request.key());
      out.add(
          switch (request.verb()) {
            case HEAD -> " \"HEAD /";
            case PUT, COPY -> " \"PUT /";
            case GET, LIST -> " \"GET /";
          });
      out.percent(request.key());
      if (request.namesVersion() && object != null) {
        out.add("?versionId=").add(object.version());
      }
      out.add(" HTTP/1.1\" ");
    }
    out.add(request.status()).add(' ');
    out.add(request.error().isEmpty() ? "-" : request.error()).add(' ');
    number(out, request.bytes()).add(' ');
    number(out, object == null ? 0 : object.size()).add(' ');
    int turn = 5 + (int) (Dice.mix(request.salt() + 8) & 63);
    out.add(turn + request.bytes() / 50_000).add(' ').add(turn).add(" \"-\" \"");
    out.add(seat.userAgent()).add("\" ");
    out.add(request.namesVersion() && object != null ? object.version() : "-").add(' ');
    TrailRecords.hostId(out, request.salt());
    boolean signed = !(actor instanceof Actor.Anonymous);
    out.add(signed ? " SigV4" : " -").add(" TLS_AES_128_GCM_SHA256 ");
    out.add(!signed ? "-" : request.signedQuery() ? "QueryString" : "AuthHeader").add(' ');
    names.host(out, store.bucket()).add(" TLSv1.3 - -\n");
  }

  private static ByteText number(ByteText out, long value) {
    return value == 0 ? out.add('-') : out.add(value);
  }
}
