package org.medulla.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of docs/architecture.md that a machine can hold. */
@AnalyzeClasses(packages = "org.medulla", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule modulesKnowOnlyThoseBelow = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cytology")
            .definedBy("org.medulla.cytology..")
            .layer("archive")
            .definedBy("org.medulla.archive..")
            .layer("vision")
            .definedBy("org.medulla.vision..")
            .layer("laboratory")
            .definedBy("org.medulla.laboratory..")
            .layer("cli")
            .definedBy("org.medulla.cli..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("laboratory")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("archive")
            .mayOnlyBeAccessedByLayers("laboratory", "cli")
            .whereLayer("vision")
            .mayOnlyBeAccessedByLayers("laboratory", "cli")
            .because("each module keeps a dependency out of the ones below; archive and vision never know each other");

    @ArchTest
    static final ArchRule cytologyIsPlainJava = noClasses()
            .that()
            .resideInAPackage("org.medulla.cytology..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("org.medulla.cytology..", "java..", "org.jspecify..")
            .because("what a haematologist knows is plain Java");

    @ArchTest
    static final ArchRule theArchiveKnowsNoPixels = noClasses()
            .that()
            .resideInAPackage("org.medulla.archive..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.imageio..", "java.awt..", "ai.djl..", "ai.onnxruntime..")
            .because("the archive holds SQL and blobs, no tensors");

    @ArchTest
    static final ArchRule visionKnowsNoDatabase = noClasses()
            .that()
            .resideInAPackage("org.medulla.vision..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.jdbi..", "org.sqlite..")
            .because("vision holds pixels, no SQL");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.medulla.(*).(*)..").should().beFreeOfCycles();
}
