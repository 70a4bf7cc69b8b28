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

/// The tests of one room, which may import anything below it.
func tests(_ name: String, _ imports: String...) -> Target {
  .testTarget(
    name: name, dependencies: (["CanevasTestSupport"] + imports).map { .byName(name: $0) },
    swiftSettings: settings)
}

let package = Package(
  name: "canevas",
  products: [],
  targets: [
    .systemLibrary(
      name: "Ccmark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    room("CanevasSource"),
    room("CanevasSyntax", "CanevasSource", "Ccmark"),
    room("CanevasModel", "CanevasSource", "CanevasSyntax"),
    room("CanevasLink", "CanevasSource", "CanevasSyntax", "CanevasModel"),
    room("CanevasCheck", "CanevasSource", "CanevasSyntax", "CanevasModel", "CanevasLink"),
    room("CanevasTemplate", "CanevasSource"),
    room(
      "CanevasRender", "CanevasSource", "CanevasSyntax", "CanevasModel", "CanevasLink",
      "CanevasCheck", "CanevasTemplate"),
    room("CanevasReport", "CanevasSource"),
    room(
      "CanevasProject", "CanevasSource", "CanevasSyntax", "CanevasModel", "CanevasLink",
      "CanevasCheck", "CanevasTemplate", "CanevasRender", "Templates"),
    .executableTarget(
      name: "canevas", dependencies: ["CanevasProject", "CanevasSource"], swiftSettings: settings),
    .target(name: "Templates", path: "templates", sources: ["templates.c"]),
    .target(
      name: "CanevasTestSupport", dependencies: ["CanevasSource"],
      path: "Tests/CanevasTestSupport", swiftSettings: settings),
    tests("ArchitectureTests"),
    tests("CanevasSourceTests", "CanevasSource"),
    tests("CanevasSyntaxTests", "CanevasSource", "CanevasSyntax", "Ccmark"),
    tests(
      "CanevasProjectTests", "CanevasSource", "CanevasModel", "CanevasLink", "CanevasRender",
      "CanevasProject"),
    tests("CanevasTemplateTests", "CanevasSource", "CanevasTemplate"),
    tests("CanevasModelTests", "CanevasSource", "CanevasSyntax", "CanevasModel"),
    tests("CanevasCheckTests", "CanevasSource", "CanevasLink", "CanevasCheck"),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
