package import FoundationEssentials

/// The published suites were not found.
package struct MissingSuite: Error, CustomStringConvertible {
  let path: String

  package var description: String {
    "\(path) is missing: `make suites` fetches it, or CANEVAS_SUITES names the folder that has it"
  }
}

/// A file of the published suites, such as `commonmark/spec-0.31.2.json`: from the folder that
/// `CANEVAS_SUITES` names, else from `.suites` beside the package's manifest.
package func suiteFile(_ path: String) throws -> Data {
  let root = fixturesFolder.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
  let folder =
    ProcessInfo.processInfo.environment["CANEVAS_SUITES"]
    ?? root.joined(separator: "/") + "/.suites"
  do {
    return try Data(contentsOf: URL(filePath: folder + "/" + path))
  } catch {
    throw MissingSuite(path: folder + "/" + path)
  }
}
