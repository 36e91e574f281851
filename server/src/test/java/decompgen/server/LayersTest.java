package decompgen.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Domain knows values; language, onnx and torch know models, verticles knows time, server knows the
 * wire.
 */
@Tag("contract")
class LayersTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("decompgen");

  @Test
  void allModules_areLookedAt() {
    assertThat(CLASSES.stream().map(JavaClass::getPackageName))
        .anyMatch(name -> name.startsWith("decompgen.domain"))
        .anyMatch(name -> name.startsWith("decompgen.language"))
        .anyMatch(name -> name.startsWith("decompgen.onnx"))
        .anyMatch(name -> name.startsWith("decompgen.torch"))
        .anyMatch(name -> name.startsWith("decompgen.verticles"))
        .anyMatch(name -> name.startsWith("decompgen.server"));
  }

  @Test
  void domain_isPureJava() {
    ArchRuleDefinition.classes()
        .that()
        .resideInAPackage("decompgen.domain..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("decompgen.domain..", "java..", "org.jspecify..")
        .check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"language", "onnx", "torch"})
  void models_knowOnlyTheDomain(String module) {
    noClasses()
        .that()
        .resideInAPackage("decompgen." + module + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("decompgen..")
                .and(not(resideInAnyPackage("decompgen.domain..", "decompgen." + module + ".."))))
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("io.vertx..")
        .check(CLASSES);
  }

  @Test
  void verticles_seeNoModelAndNoWire() {
    noClasses()
        .that()
        .resideInAPackage("decompgen.verticles..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "decompgen.language..",
            "decompgen.onnx..",
            "decompgen.torch..",
            "decompgen.server..",
            "ai.onnxruntime..",
            "org.bytedeco..",
            "io.vertx.ext.web..")
        .check(CLASSES);
  }

  @Test
  void server_namesImplementationsInOnePlace() {
    noClasses()
        .that()
        .resideInAPackage("decompgen.server..")
        .and()
        .resideOutsideOfPackages("decompgen.server.assembly..", "decompgen.server.config..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("decompgen.language..", "decompgen.onnx..", "decompgen.torch..")
        .check(CLASSES);
  }

  @Test
  void tensors_stayInsideTheirModule() {
    noClasses()
        .that()
        .resideOutsideOfPackage("decompgen.onnx..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.onnxruntime..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage("decompgen.torch..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bytedeco..")
        .check(CLASSES);
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching("decompgen.(domain.*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching("decompgen.(language.*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching("decompgen.(onnx.*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching("decompgen.(torch.*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching("decompgen.(verticles.*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching("decompgen.(server.*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
