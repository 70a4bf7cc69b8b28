import FoundationEssentials

/// The folder of the published suites: the one that CANEVAS_SUITES names, else `.suites` in the
/// project, which `make suites` fills.
package let suitesFolder: String = {
  if let named = ProcessInfo.processInfo.environment["CANEVAS_SUITES"] { return named }
  let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
  return parts.dropLast(3).joined(separator: "/") + "/.suites"
}()
