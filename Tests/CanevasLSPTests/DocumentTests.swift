import CanevasProject
import Testing

@testable import CanevasLSP

@Suite struct DocumentTests {
  @Test(
    arguments: [
      ("file:///a/b.md", "/a/b.md"), ("file://localhost/a", "/a"), ("FILE:///a", "/a"),
      ("file:/a/b", "/a/b"), ("file:///%C3%A9t%C3%A9%20%23.md", "/été #.md"),
      ("file:///été.md", "/été.md"), ("file:///a/./b/../c//d", "/a/c/d"), ("file:///../a", "/a"),
      ("file:///a.md#L3", "/a.md"), ("file:///", "/"),
      ("untitled:Untitled-1", nil), ("http://a/b", nil), ("file://other/a", nil), ("file:a", nil),
      ("", nil), ("file:///a%00b", nil), ("git:/a/b.md", nil),
    ] as [(String, String?)])
  func readsURIs(_ uri: String, _ path: String?) {
    #expect(CanevasLSP.path(ofURI: uri) == path)
  }

  @Test(arguments: ["/a/b.md", "/été/a b#c?d%20.md", "/日本/🌱.md"])
  func writesURIsThatItReads(_ path: String) {
    let uri = CanevasLSP.uri(ofPath: path)
    #expect(uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") })
    #expect(CanevasLSP.path(ofURI: uri) == path)
  }

  private func change(_ text: String, _ places: Int...) -> JSONValue {
    [
      "range": [
        "start": ["line": .int(places[0]), "character": .int(places[1])],
        "end": ["line": .int(places[2]), "character": .int(places[3])],
      ], "text": .string(text),
    ]
  }

  @Test func makesChangesOneAfterTheOther() {
    var document = OpenDocument(
      uri: "file:///a", version: 1, bytes: Array("été 🌱\nb".utf8), place: nil)
    document.apply([change("hiver", 0, 0, 0, 3), change("!", 0, 8, 0, 8)], .utf16)
    #expect(document.bytes == Array("hiver 🌱!\nb".utf8))
    document.apply([change("", 1, 0, 0, 6)], .utf16)
    #expect(document.bytes == Array("hiver b".utf8), "an end before its start")
    document.apply([["text": "anew"], change("!", 9, 9, 9, 9)], .utf16)
    #expect(document.bytes == Array("anew!".utf8))
    document.apply([[:], ["text": 1], ["text": "x", "range": ["start": 1]], .null], .utf16)
    #expect(document.bytes == Array("anew!".utf8))
  }
}
