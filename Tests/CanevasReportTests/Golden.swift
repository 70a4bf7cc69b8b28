import CanevasTestSupport
import Foundation
import Testing

/// Expects `bytes` to be the content of a file of `Tests/Fixtures/report`. With `UPDATE_GOLDENS=1`
/// in the environment the file is rewritten, and the test fails, so that no run passes by
/// updating.
func expectGolden(
  _ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: fixturesFolder + "/report/" + name)
  if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
    try Data(bytes).write(to: file)
    Issue.record("\(name) was rewritten", sourceLocation: sourceLocation)
    return
  }
  let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
  #expect(
    String(decoding: bytes, as: UTF8.self) == expected, "see \(name)",
    sourceLocation: sourceLocation)
}
