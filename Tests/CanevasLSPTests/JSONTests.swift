import Testing

@testable import CanevasLSP

@Suite struct JSONTests {
  private func parsed(_ text: String) -> JSONValue? { JSONValue(parsing: Array(text.utf8)) }

  @Test(
    arguments: [
      ("null", .null), (" true ", .bool(true)), ("false", .bool(false)),
      ("0", .int(0)), ("-12", .int(-12)), ("9223372036854775807", .int(.max)),
      ("1.5", .double(1.5)), ("1e2", .double(100)), ("-0.25E-1", .double(-0.025)),
      ("9223372036854775808", .double(9_223_372_036_854_775_808)),
      ("\"\"", ""), (#""a\"\\\/\b\f\n\r\t""#, "a\"\\/\u{8}\u{C}\n\r\t"),
      (#""\u00e9\u0041""#, "éA"), (#""\ud83c\udf31""#, "🌱"), ("\"🌱 é\"", "🌱 é"),
      (#""\ud83c x""#, "\u{FFFD} x"), (#""\udf31""#, "\u{FFFD}"), (#""\ud83c\u0041""#, "\u{FFFD}A"),
      ("[]", []), ("[1, [2]]", [1, [2]]), ("{}", [:]),
      (#"{"a":{"b":[true]}}"#, ["a": ["b": [true]]]),
    ] as [(String, JSONValue)])
  func reads(_ text: String, _ value: JSONValue) {
    #expect(parsed(text) == value)
  }

  @Test(arguments: [
    "", " ", "nul", "truee", "01", "-", "1.", ".5", "1e", "+1", "NaN", "1e999", "\"", "\"a",
    "\"\n\"", #""\x""#, #""\u12""#, #""\u12g4""#, "[", "[1", "[1,]", "[,]", "[1 2]", "{", "{}}",
    #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, "{a:1}", "{1:2}", "'a'", "1 2", "[]]",
  ])
  func refuses(_ text: String) {
    #expect(parsed(text) == nil)
  }

  @Test func refusesWhatIsNoUTF8() {
    #expect(JSONValue(parsing: [0x22, 0xE9, 0x22]) == nil)
  }

  @Test func endsAtAnyDepth() {
    #expect(parsed(String(repeating: "[", count: 150) + String(repeating: "]", count: 150)) != nil)
    for text in ["[", "{\"a\":", "[{\"a\":"] {
      #expect(parsed(String(repeating: text, count: 1_000_000)) == nil)
    }
  }

  @Test func writesWhatItReads() {
    let texts = [
      #"{"a":[1,-2,1.5,null,true,false],"é":"\"\\\n\u0001🌱","":{}}"#, #"[[],{},""]"#,
    ]
    for text in texts {
      #expect(parsed(text).map { String(decoding: $0.encoded, as: UTF8.self) } == text)
    }
  }

  @Test func leavesOutAbsentMembersAndKeepsTheLastOfTwo() {
    let value: JSONValue = ["a": 1, "b": nil, "c": .null]
    #expect(String(decoding: value.encoded, as: UTF8.self) == #"{"a":1,"c":null}"#)
    #expect(value["c"] == nil)
    #expect(parsed(#"{"a":1,"a":2}"#)?["a"] == 2)
    #expect(parsed("[1]")?["a"] == nil)
  }
}
