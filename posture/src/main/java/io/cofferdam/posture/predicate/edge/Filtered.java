package io.cofferdam.posture.predicate.edge;

import io.cofferdam.posture.edge.Acls;
import io.cofferdam.posture.edge.Front;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.predicate.Verdict;
import java.util.List;

/// A web ACL stands before the model, stops something, and logs what it sees without secrets.
final class Filtered extends OnLanes {
  @Override
  void judge(Front front, Verdict verdict) {
    if (front.acls().isEmpty()) {
      var unread = front.aclsUnread();
      unread.forEach(verdict::open);
      if (unread.isEmpty()) {
        verdict.wrong("no web ACL is attached", front.entry().id());
      }
    }
    for (var acl : front.acls()) {
      var gaps = acl.gapsOf(List.of("acl", "logging")).stream().map(Gap::words).toList();
      gaps.forEach(verdict::open);
      if (gaps.isEmpty() && Acls.effective(acl).isEmpty()) {
        verdict.wrong("every rule of " + acl.name() + " only counts", acl.id());
      }
      if (gaps.isEmpty() && !acl.fact("logging").isObject()) {
        verdict.wrong(acl.name() + " does not log", acl.id());
      } else if (gaps.isEmpty() && acl.fact("logging.RedactedFields").isEmpty()) {
        verdict.wrong(acl.name() + " logs headers as they are", acl.id());
      }
      verdict.fine(acl.name() + " stands before it");
    }
  }
}
