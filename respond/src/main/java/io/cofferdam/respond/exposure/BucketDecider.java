package io.cofferdam.respond.exposure;

import io.cofferdam.access.aws.s3.ObjectOwnership;
import io.cofferdam.access.aws.s3.PublicAccessBlock;
import io.cofferdam.access.exposure.BucketState;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.Reason;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.exposure.BucketSetting.Existence;
import io.cofferdam.respond.exposure.Observation.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Decides S3 buckets: replays what is proved, and beside it what was merely seen, so that an
/// UNKNOWN span can say how the bucket looked.
final class BucketDecider implements KindDecider {
  /// Long before and after any log.
  static final Window ALWAYS =
      new Window(Instant.parse("0000-01-01T00:00:00Z"), Instant.parse("9999-01-01T00:00:00Z"));

  private final BucketFacts facts;
  private final Map<Subject, List<Observation>> observations;
  private final Proved proved;
  private final Set<String> ownAccounts;
  private final boolean accountsTold;
  private final BucketJudge judge;

  BucketDecider(
      BucketFacts facts,
      Proved proved,
      List<String> ownAccounts,
      boolean accountsTold,
      Window period) {
    this.facts = facts;
    this.observations = facts.bySubject();
    this.proved = proved;
    this.ownAccounts = Set.copyOf(ownAccounts);
    this.accountsTold = accountsTold;
    this.judge = new BucketJudge(period);
  }

  @Override
  public Set<ResourceKind> kinds() {
    return Set.of(ResourceKind.S3_BUCKET);
  }

  @Override
  public Set<ResourceId> resources() {
    return facts.buckets().stream().map(ResourceId::bucket).collect(Collectors.toSet());
  }

  @Override
  public List<Exposure> decide(
      ResourceId resource, Window period, List<Witness> witnesses, Findings out) {
    var bucket = resource.shortName();
    var owner = owner(bucket);
    var account = owner.asOptional().orElse("");
    var ofBucket = observations.getOrDefault(new Subject.Bucket(bucket), List.of());
    var ofAccount = observations.getOrDefault(new Subject.Account(account), List.of());
    var covered =
        account.isEmpty() ? List.<Window>of() : proved.bucket(account, facts.regions(bucket));
    var accountCovered =
        account.isEmpty()
            ? List.<Window>of()
            : proved.account(account, facts.accountRegions(account));
    var company = company(owner);
    var certain =
        new BucketHistory(bucket, owner, company, ofBucket, ofAccount, covered, accountCovered);
    var apparent =
        new BucketHistory(
            bucket, owner, company, ofBucket, ofAccount, List.of(ALWAYS), List.of(ALWAYS));
    gaps(resource, apparent, period, out);

    var spans = spans(certain, apparent, period);
    var moments = new ArrayList<Moment>();
    for (var span : spans) {
      moments.addAll(moments(certain.at(span), apparent.at(span), covered, accountCovered));
    }
    var exposures = new ArrayList<Exposure>();
    for (var audience : audiences(moments, witnesses)) {
      for (var each : SpanRows.of(resource.shortName(), audience, moments, witnesses, out)) {
        var row = accountsTold ? each : SpanRows.perhapsOwn(each, audience);
        exposures.add(
            new Exposure(
                resource,
                account,
                audience,
                row.window(),
                row.state(),
                row.apparent(),
                row.because()));
      }
    }
    return exposures;
  }

  /// One elementary span, as proved and as it looks.
  ///
  /// @param covered whether every change of the bucket and of the account would have been seen
  private record Moment(BucketJudge judge, BucketMoment proved, BucketMoment seen, boolean covered)
      implements Span {
    @Override
    public Window window() {
      return proved.window();
    }

    @Override
    public Judgement certain(Audience audience) {
      return judged(proved, audience);
    }

    @Override
    public Judgement apparent(Audience audience) {
      return judged(seen, audience);
    }

    private Judgement judged(BucketMoment moment, Audience audience) {
      var judgement = judge.judge(moment, audience);
      return new Judgement(judgement.state(), reasons(moment, judgement));
    }

    @Override
    public boolean constant(Audience audience) {
      return covered && settled(proved, audience);
    }
  }

  private Part<String> owner(String bucket) {
    var owners = facts.owners(bucket);
    if (owners.size() == 1) {
      return Part.known(owners.iterator().next());
    }
    if (owners.isEmpty() && ownAccounts.size() == 1) {
      return Part.known(ownAccounts.iterator().next());
    }
    return Part.unknown(
        owners.isEmpty()
            ? "no event tells in which account the bucket is"
            : "events about the bucket were logged in several accounts");
  }

  private Set<String> company(Part<String> owner) {
    var company = new TreeSet<>(ownAccounts);
    owner.asOptional().ifPresent(company::add);
    return company;
  }

  private static void gaps(
      ResourceId resource, BucketHistory apparent, Window period, Findings out) {
    for (var gap : apparent.contradictions()) {
      if (gap.overlaps(period)) {
        out.unknown(
            "changes of " + resource.shortName() + " up to " + gap.until(),
            "AWS Config or a snapshot found another state than the changes in the logs had set, so"
                + " a change is missing from them");
      }
    }
  }

  private static List<Window> spans(BucketHistory certain, BucketHistory apparent, Window period) {
    var edges = new TreeSet<Instant>();
    certain.edges(edges);
    apparent.edges(edges);
    var spans = new ArrayList<Window>();
    var from = period.from();
    for (var edge : edges.subSet(period.from(), false, period.until(), false)) {
      spans.add(new Window(from, edge));
      from = edge;
    }
    spans.add(new Window(from, period.until()));
    return spans;
  }

  private List<Moment> moments(
      BucketMoment certain,
      BucketMoment apparent,
      List<Window> covered,
      List<Window> accountCovered) {
    var whole = inside(certain.window(), covered) && inside(certain.window(), accountCovered);
    var turns = new TreeSet<>(judge.turningPoints(certain));
    turns.addAll(judge.turningPoints(apparent));
    var moments = new ArrayList<Moment>();
    var from = certain.window().from();
    for (var turn : turns) {
      var span = new Window(from, turn);
      moments.add(new Moment(judge, certain.within(span), apparent.within(span), whole));
      from = turn;
    }
    var rest = new Window(from, certain.window().until());
    moments.add(new Moment(judge, certain.within(rest), apparent.within(rest), whole));
    return moments;
  }

  private static boolean inside(Window span, List<Window> windows) {
    return windows.stream()
        .anyMatch(w -> !span.from().isBefore(w.from()) && !span.until().isAfter(w.until()));
  }

  private Set<Audience> audiences(List<Moment> moments, List<Witness> witnesses) {
    var audiences = new LinkedHashSet<>(KindDecider.always());
    var foreign = new TreeSet<String>();
    for (var moment : moments) {
      for (var audience : judge.audiences(moment.proved())) {
        addForeign(audience, foreign);
      }
      for (var audience : judge.audiences(moment.seen())) {
        addForeign(audience, foreign);
      }
    }
    witnesses.forEach(w -> addForeign(w.audience(), foreign));
    foreign.stream()
        .filter(a -> !ownAccounts.contains(a))
        .forEach(a -> audiences.add(new Audience.ForeignAccount(a)));
    return audiences;
  }

  private static void addForeign(Audience audience, Set<String> into) {
    if (audience instanceof Audience.ForeignAccount(String account)) {
      into.add(account);
    }
  }

  /// The deciding reason, and the latest changes that the state rests on.
  private static List<Reason> reasons(BucketMoment moment, Judgement judgement) {
    var reasons = new ArrayList<Reason>();
    moment.told().stream()
        .filter(o -> !o.setting().equals(Existence.YES))
        .limit(3)
        .forEach(o -> reasons.add(SpanRows.told(o.words(), o.time(), o.principal(), o.ref())));
    var all = new ArrayList<Reason>();
    if (!reasons.isEmpty()) {
      all.add(reasons.removeFirst());
    }
    all.addAll(judgement.because());
    all.addAll(reasons);
    return all;
  }

  /// Whether nothing that decides can have changed within the moment if every part is covered: the
  /// bucket was there, and what is not in the management logs (object ACLs, tags on objects, access
  /// points) plays no part.
  private static boolean settled(BucketMoment moment, Audience audience) {
    if (moment.states().size() != 1) {
      return false;
    }
    var possible = moment.states().getFirst();
    return possible.existence().equals(Existence.YES)
        && objectAclsVoid(possible.state(), audience)
        && switch (possible.state().policy()) {
          case Part.Known<String>(String text) -> settled(text);
          case Part.Absent<String>() -> true;
          case Part.Unknown<String>(_) -> false;
        };
  }

  private static boolean settled(String policy) {
    var text = policy.toLowerCase(Locale.ROOT);
    return !text.contains("tag/") && !text.contains("dataaccesspoint");
  }

  private static boolean objectAclsVoid(BucketState state, Audience audience) {
    return state.ownership().asOptional().map(ObjectOwnership::aclsDisabled).orElse(false)
        || (!(audience instanceof Audience.ForeignAccount)
            && (ignored(state.bucketBlock()) || ignored(state.accountBlock())));
  }

  private static boolean ignored(Part<PublicAccessBlock> block) {
    return block.asOptional().map(PublicAccessBlock::ignorePublicAcls).orElse(false);
  }
}
