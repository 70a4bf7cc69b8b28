// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target is compiled with. Optimisation is left to the configuration.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// One room of the house: a module under `Sources/`, with the modules that it may import.
func room(_ name: String, _ imports: String...) -> Target {
  .target(
    name: name, dependencies: imports.map { .byName(name: $0) }, swiftSettings: settings)
}

/// A program that people run.
func program(_ name: String, _ imports: String...) -> Target {
  .executableTarget(
    name: name, dependencies: imports.map { .byName(name: $0) }, swiftSettings: settings)
}

/// The tests of one room, which may import anything below it.
func tests(_ name: String, _ imports: String...) -> Target {
  .testTarget(
    name: name, dependencies: (["CanevasTestSupport"] + imports).map { .byName(name: $0) },
    swiftSettings: settings)
}

let package = Package(
  name: "canevas",
  products: [
    .executable(name: "canevas", targets: ["canevas"]),
    .executable(name: "canevas-dev", targets: ["canevas-dev"]),
  ],
  targets: [
    .systemLibrary(
      name: "Ccmark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .target(name: "Templates", path: "templates", sources: ["templates.c"]),

    room("CanevasSource"),
    room("CanevasSyntax", "CanevasSource", "Ccmark"),
    room("CanevasModel", "CanevasSource", "CanevasSyntax"),
    room("CanevasLink", "CanevasSource", "CanevasSyntax", "CanevasModel"),
    room("CanevasCheck", "CanevasSource", "CanevasSyntax", "CanevasModel", "CanevasLink"),
    room(
      "CanevasReview", "CanevasSource", "CanevasSyntax", "CanevasModel", "CanevasLink",
      "CanevasCheck", "CanevasReport"),
    room("CanevasTemplate", "CanevasSource"),
    room(
      "CanevasRender", "CanevasSource", "CanevasSyntax", "CanevasModel", "CanevasLink",
      "CanevasCheck", "CanevasReview", "CanevasTemplate"),
    room(
      "CanevasDraft", "CanevasSource", "CanevasSyntax", "CanevasModel", "CanevasLink",
      "CanevasCheck", "CanevasTemplate"),
    room("CanevasReport", "CanevasSource"),
    room(
      "CanevasQuery", "CanevasSource", "CanevasSyntax", "CanevasModel", "CanevasLink",
      "CanevasReview", "CanevasRender", "CanevasReport"),
    room(
      "CanevasEditor", "CanevasSource", "CanevasSyntax", "CanevasModel", "CanevasLink",
      "CanevasCheck"),
    room("CanevasCommandLine", "CanevasSource"),
    room(
      "CanevasProject", "CanevasSource", "CanevasSyntax", "CanevasModel", "CanevasLink",
      "CanevasCheck", "CanevasReview", "CanevasTemplate", "CanevasRender", "CanevasDraft",
      "Templates"),
    room(
      "CanevasServe", "CanevasSource", "CanevasSyntax", "CanevasModel", "CanevasLink",
      "CanevasReview", "CanevasTemplate", "CanevasRender", "CanevasReport", "CanevasProject"),
    room(
      "CanevasLSP", "CanevasSource", "CanevasModel", "CanevasLink", "CanevasReview",
      "CanevasRender", "CanevasEditor", "CanevasProject"),
    program(
      "canevas", "CanevasSource", "CanevasModel", "CanevasLink", "CanevasCheck", "CanevasReview",
      "CanevasRender", "CanevasDraft", "CanevasReport", "CanevasQuery", "CanevasCommandLine",
      "CanevasProject", "CanevasServe", "CanevasLSP"),
    program(
      "canevas-dev", "CanevasSource", "CanevasCommandLine", "CanevasProject", "CanevasServe",
      "CanevasLSP"),

    .target(
      name: "CanevasTestSupport", dependencies: ["CanevasSource", "CanevasSyntax", "CanevasModel"],
      path: "Tests/CanevasTestSupport", swiftSettings: settings),
    tests("ArchitectureTests"),
    tests("CanevasSourceTests", "CanevasSource"),
    tests("CanevasSyntaxTests", "CanevasSource", "CanevasSyntax", "Ccmark"),
    tests("CanevasModelTests", "CanevasSource", "CanevasSyntax", "CanevasModel"),
    tests(
      "CanevasCheckTests", "CanevasSource", "CanevasSyntax", "CanevasModel", "CanevasLink",
      "CanevasCheck"),
    tests(
      "CanevasReviewTests", "CanevasSource", "CanevasSyntax", "CanevasModel", "CanevasLink",
      "CanevasCheck", "CanevasReport", "CanevasReview"),
    tests(
      "CanevasEditorTests", "CanevasSource", "CanevasSyntax", "CanevasModel", "CanevasLink",
      "CanevasCheck", "CanevasEditor"),
    tests("CanevasTemplateTests", "CanevasSource", "CanevasTemplate"),
    tests(
      "CanevasDraftTests", "CanevasSource", "CanevasSyntax", "CanevasModel", "CanevasLink",
      "CanevasCheck", "CanevasReview", "CanevasTemplate", "CanevasDraft"),
    tests("CanevasReportTests", "CanevasSource", "CanevasReport"),
    tests(
      "CanevasCommandLineTests", "CanevasSource", "CanevasCheck", "CanevasReport",
      "CanevasCommandLine", "canevas"),
    tests(
      "CanevasProjectTests", "CanevasSource", "CanevasSyntax", "CanevasModel", "CanevasLink",
      "CanevasReport", "CanevasReview", "CanevasRender", "CanevasProject"),
    tests(
      "CanevasServeTests", "CanevasSource", "CanevasModel", "CanevasLink", "CanevasRender",
      "CanevasProject", "CanevasServe"),
    tests(
      "CanevasLSPTests", "CanevasSource", "CanevasModel", "CanevasLink", "CanevasEditor",
      "CanevasProject", "CanevasLSP"),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
