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
    room("CanevasTemplate", "CanevasSource"),
    room("CanevasRender", "CanevasSource"),
    room("CanevasReport", "CanevasSource"),
    room("CanevasProject", "CanevasSource", "CanevasRender"),
    .target(
      name: "CanevasTestSupport", dependencies: ["CanevasSource"],
      path: "Tests/CanevasTestSupport", swiftSettings: settings),
    tests("CanevasSourceTests", "CanevasSource"),
    tests("CanevasProjectTests", "CanevasSource", "CanevasRender", "CanevasProject"),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
