import CanevasTestSupport
import Foundation
import Testing

/// Expects `text` to be the content of a file of `Tests/Fixtures/help`. With `UPDATE_GOLDENS=1`
/// in the environment the file is rewritten, and the test fails, so that no run passes by
/// updating.
func expectGolden(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: fixturesFolder + "/help/" + name)
  if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
    try Data(text.utf8).write(to: file)
    Issue.record("\(name) was rewritten", sourceLocation: sourceLocation)
    return
  }
  let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
  #expect(text == expected, "see \(name)", sourceLocation: sourceLocation)
}
