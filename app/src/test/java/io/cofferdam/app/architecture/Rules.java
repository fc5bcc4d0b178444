package io.cofferdam.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/// The rules, each named as a sentence. They go by `..cofferdam.<module>..`, so that the
/// deliberately broken classes of the package `broken.cofferdam` can show that every rule bites.
final class Rules {
  private static final String[] FEATURES = {"respond", "notify", "drill", "posture"};

  private Rules() {}

  static Map<String, ArchRule> all() {
    var rules = new LinkedHashMap<String, ArchRule>();
    rules.put("modelDependsOnNothing", modelDependsOnNothing());
    rules.put("enginesSeeOnlyModel", enginesSeeOnlyModel());
    rules.put("featuresDoNotSeeEachOther", featuresDoNotSeeEachOther());
    rules.put("drillSeesOnlyModel", drillSeesOnlyModel());
    rules.put("postureSeesOnlyModelAndAccess", postureSeesOnlyModelAndAccess());
    rules.put("adaptersSeeOnlyModelAndPorts", adaptersSeeOnlyModelAndPorts());
    rules.put("onlyActsGivePermits", onlyActsGivePermits());
    rules.put("storeSeesOnlyModelAndThePortOfRespond", storeSeesOnlyModelAndThePortOfRespond());
    rules.put("onlyStoreSeesDatabases", onlyStoreSeesDatabases());
    rules.put("casesArePure", casesArePure());
    rules.put("onlyAwsSeesTheVendorsClients", onlyAwsSeesTheVendorsClients());
    rules.put("commandsDoNotTouchTheCloud", commandsDoNotTouchTheCloud());
    rules.put("nothingSeesApp", nothingSeesApp());
    rules.put("noModuleCycles", noModuleCycles());
    rules.put("spiTypesAreInterfacesRecordsOrEnums", spiTypesAreInterfacesRecordsOrEnums());
    rules.put("modelTypesAreRecordsEnumsOrSealed", modelTypesAreRecordsEnumsOrSealed());
    rules.put("everyPackageIsNullMarked", everyPackageIsNullMarked());
    rules.put("noUtilImplManagerHelperNames", noUtilImplManagerHelperNames());
    rules.put("onlyAppReadsSystemTime", onlyAppReadsSystemTime());
    rules.put("noStandardStreamsOutsideCli", noStandardStreamsOutsideCli());
    rules.put("noJavaSerialization", noJavaSerialization());
    rules.put(
        "onlyAppLedgerDrillAndCollectingStartThreads",
        onlyAppLedgerDrillAndCollectingStartThreads());
    rules.put(
        "onlyTimestampsTheClusterAndAzureOpenConnections",
        onlyTimestampsTheClusterAndAzureOpenConnections());
    rules.put("ledgerHasNoUpdateOrDelete", ledgerHasNoUpdateOrDelete());
    rules.put("exceptionsCarryErrorCode", exceptionsCarryErrorCode());
    rules.put("nothingEndsTheProcessButMain", nothingEndsTheProcessButMain());
    rules.put("noReflection", noReflection());
    return rules;
  }

  private static ArchRule modelDependsOnNothing() {
    return classes()
        .that()
        .resideInAPackage("..cofferdam.model..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("..cofferdam.model..", "java..", "org.jspecify..");
  }

  private static ArchRule enginesSeeOnlyModel() {
    return classes()
        .that()
        .resideInAnyPackage("..cofferdam.logs..", "..cofferdam.access..", "..cofferdam.evidence..")
        .should(
            new ArchCondition<>("see no module but model and themselves") {
              @Override
              public void check(JavaClass each, ConditionEvents events) {
                for (var dependency : each.getDirectDependenciesFromSelf()) {
                  var target = module(dependency.getTargetClass());
                  if (!target.isEmpty()
                      && !target.equals("model")
                      && !target.equals(module(each))) {
                    events.add(
                        SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                  }
                }
              }
            });
  }

  private static ArchRule featuresDoNotSeeEachOther() {
    return classes()
        .that()
        .resideInAnyPackage(
            "..cofferdam.respond..",
            "..cofferdam.notify..",
            "..cofferdam.drill..",
            "..cofferdam.posture..")
        .should(
            new ArchCondition<>("not depend on another feature") {
              @Override
              public void check(JavaClass each, ConditionEvents events) {
                var own = module(each);
                for (var dependency : each.getDirectDependenciesFromSelf()) {
                  var target = module(dependency.getTargetClass());
                  if (!target.equals(own) && Arrays.asList(FEATURES).contains(target)) {
                    events.add(
                        SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                  }
                }
              }
            });
  }

  private static ArchRule drillSeesOnlyModel() {
    return noClasses()
        .that()
        .resideInAPackage("..cofferdam.drill..")
        .should()
        .dependOnClassesThat(inModuleOtherThan("drill", "model"));
  }

  private static ArchRule postureSeesOnlyModelAndAccess() {
    return noClasses()
        .that()
        .resideInAPackage("..cofferdam.posture..")
        .should()
        .dependOnClassesThat(inModuleOtherThan("posture", "model", "access"));
  }

  /// An adapter implements a port; what is asked and what it means is not its business.
  private static ArchRule adaptersSeeOnlyModelAndPorts() {
    return noClasses()
        .that()
        .resideInAnyPackage("..cofferdam.aws..", "..cofferdam.azure..", "..cofferdam.kubernetes..")
        .should()
        .dependOnClassesThat(
            inModuleOtherThan("aws", "azure", "kubernetes", "model", "posture", "respond"))
        .orShould()
        .dependOnClassesThat(
            new DescribedPredicate<>("in a feature outside of its port") {
              @Override
              public boolean test(JavaClass target) {
                var module = module(target);
                return (module.equals("posture") || module.equals("respond"))
                    && !target.getPackageName().endsWith("." + module + ".spi");
              }
            });
  }

  /// A permit to change something in a cloud is given where approvals are checked, and nowhere
  /// else.
  private static ArchRule onlyActsGivePermits() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("..respond.act..")
        .should()
        .implement(
            new DescribedPredicate<JavaClass>("a permit") {
              @Override
              public boolean test(JavaClass type) {
                return type.getName().endsWith(".respond.spi.Permit");
              }
            });
  }

  /// What an event means is not the business of what keeps it.
  private static ArchRule storeSeesOnlyModelAndThePortOfRespond() {
    return noClasses()
        .that()
        .resideInAPackage("..cofferdam.store..")
        .should()
        .dependOnClassesThat(inModuleOtherThan("store", "model", "respond"))
        .orShould()
        .dependOnClassesThat(
            new DescribedPredicate<>("in respond outside of its port") {
              @Override
              public boolean test(JavaClass target) {
                return module(target).equals("respond")
                    && !target.getPackageName().endsWith(".respond.spi.journal")
                    && !target.getPackageName().endsWith(".respond.spi.timer");
              }
            });
  }

  private static ArchRule onlyStoreSeesDatabases() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("..cofferdam.store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "org.postgresql..");
  }

  /// Events are judged without a clock, a file or a network, so that they can be judged again.
  private static ArchRule casesArePure() {
    return noClasses()
        .that()
        .resideInAPackage("..respond.cases..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.net..", "java.time.chrono..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock");
  }

  private static ArchRule onlyAwsSeesTheVendorsClients() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("..cofferdam.aws..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon..");
  }

  /// So that no other command loads a class of a cloud's client when it starts.
  private static ArchRule commandsDoNotTouchTheCloud() {
    return noClasses()
        .that()
        .resideInAPackage("..cofferdam.app.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..cofferdam.aws..", "..cofferdam.azure..", "..cofferdam.kubernetes..");
  }

  private static ArchRule nothingSeesApp() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("..cofferdam.app..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..cofferdam.app..");
  }

  private static ArchRule noModuleCycles() {
    return slices().matching("..cofferdam.(*)..").should().beFreeOfCycles();
  }

  private static ArchRule spiTypesAreInterfacesRecordsOrEnums() {
    return classes()
        .that()
        .resideInAPackage("..spi..")
        .and()
        .arePublic()
        .should()
        .beInterfaces()
        .orShould()
        .beRecords()
        .orShould()
        .beEnums();
  }

  private static ArchRule modelTypesAreRecordsEnumsOrSealed() {
    return classes()
        .that()
        .resideInAPackage("..cofferdam.model..")
        .and()
        .areTopLevelClasses()
        .and()
        .areNotAssignableTo(Throwable.class)
        .should()
        .beInterfaces()
        .orShould()
        .beRecords()
        .orShould()
        .beEnums();
  }

  private static ArchRule everyPackageIsNullMarked() {
    return classes()
        .should(
            new ArchCondition<>("live in a package marked @NullMarked") {
              @Override
              public void check(JavaClass each, ConditionEvents events) {
                var marked = each.getPackage().isAnnotatedWith(NullMarked.class);
                if (!marked && !each.getSimpleName().equals("package-info")) {
                  events.add(
                      SimpleConditionEvent.violated(
                          each, each.getPackageName() + " has no @NullMarked package-info"));
                }
              }
            });
  }

  private static ArchRule noUtilImplManagerHelperNames() {
    return noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Impl|Manager|Helper|Helpers)(\\$.*)?");
  }

  private static ArchRule onlyAppReadsSystemTime() {
    return noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis");
  }

  private static ArchRule noStandardStreamsOutsideCli() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("..cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err");
  }

  private static ArchRule noJavaSerialization() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ObjectInputStream.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(ObjectOutputStream.class);
  }

  /// The ledger has one writer thread, the drill one that compresses; a cloud is asked by several.
  private static ArchRule onlyAppLedgerDrillAndCollectingStartThreads() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(
            "..cofferdam.app..", "..evidence.ledger..", "..drill.aws..", "..posture.collect..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.Executors")
        .orShould()
        .callConstructor(Thread.class, Runnable.class)
        .orShould()
        .callMethod(Thread.class, "ofVirtual")
        .orShould()
        .callMethod(Thread.class, "ofPlatform");
  }

  private static ArchRule onlyTimestampsTheClusterAndAzureOpenConnections() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(
            "..evidence.timestamp..", "..cofferdam.kubernetes", "..cofferdam.azure")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.net.Socket")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.net.URLConnection");
  }

  private static ArchRule ledgerHasNoUpdateOrDelete() {
    return methods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage("..evidence.ledger..")
        .and()
        .arePublic()
        .should()
        .haveNameNotMatching("(update|delete|remove|overwrite|replace).*");
  }

  private static ArchRule exceptionsCarryErrorCode() {
    return classes()
        .that()
        .areAssignableTo(Throwable.class)
        .and()
        .areNotAnonymousClasses()
        .and()
        .doNotHaveModifier(JavaModifier.SYNTHETIC)
        .and()
        .arePublic()
        .should(
            new ArchCondition<>("be CofferdamException or CofferdamBug") {
              @Override
              public void check(JavaClass each, ConditionEvents events) {
                if (!each.getSimpleName().matches("CofferdamException|CofferdamBug")) {
                  events.add(SimpleConditionEvent.violated(each, each.getName()));
                }
              }
            });
  }

  private static ArchRule nothingEndsTheProcessButMain() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("..cli..")
        .should()
        .callMethod(System.class, "exit", int.class);
  }

  /// Calls of plans and acts are made by their names: the two places where a name becomes a method.
  private static ArchRule noReflection() {
    return noClasses()
        .that()
        .haveNameNotMatching(
            "io\\.cofferdam\\.aws\\.(AwsReader|AwsActuator|AwsServiceModel)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.reflect..")
        .orShould()
        .callMethod(Class.class, "forName", String.class);
  }

  private static DescribedPredicate<JavaClass> inModuleOtherThan(String... allowed) {
    return new DescribedPredicate<>("in a module other than " + String.join(", ", allowed)) {
      @Override
      public boolean test(JavaClass target) {
        var module = module(target);
        return !module.isEmpty() && !Arrays.asList(allowed).contains(module);
      }
    };
  }

  /// The module of one of our classes, or empty for anybody else's.
  private static String module(JavaClass each) {
    var name = each.getPackageName();
    int at = name.indexOf("cofferdam.");
    if (at < 0) {
      return "";
    }
    var rest = name.substring(at + "cofferdam.".length());
    return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
  }
}
