package decompgen.server;

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

/**
 * Domain knows values, language and onnx know models, verticles knows time, server knows the wire.
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

  @Test
  void models_knowOnlyTheDomain() {
    noClasses()
        .that()
        .resideInAPackage("decompgen.language..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "decompgen.onnx..", "decompgen.verticles..", "decompgen.server..", "io.vertx..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("decompgen.onnx..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "decompgen.language..", "decompgen.verticles..", "decompgen.server..", "io.vertx..")
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
            "decompgen.server..",
            "ai.onnxruntime..",
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
        .resideInAnyPackage("decompgen.language..", "decompgen.onnx..")
        .check(CLASSES);
  }

  @Test
  void tensors_stayInsideOnnx() {
    noClasses()
        .that()
        .resideOutsideOfPackage("decompgen.onnx..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.onnxruntime..")
        .check(CLASSES);
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching("decompgen.(domain.*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching("decompgen.(language.*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching("decompgen.(onnx.*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching("decompgen.(verticles.*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching("decompgen.(server.*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
