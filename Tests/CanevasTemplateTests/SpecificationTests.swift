import CanevasSource
import CanevasTemplate
import CanevasTestSupport
import Foundation
import Testing

/// Every case of the published Mustache specification, lambdas and dynamic names left out.
@Suite struct SpecificationTests {
  /// The specification's files that the engine follows.
  static let files = [
    "comments", "delimiters", "interpolation", "inverted", "partials", "sections", "~inheritance",
  ]

  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let template: String
    let partials: [String: String]?
    let data: JSON
    let expected: String
    var testDescription: String { name }
  }

  static func cases(_ file: String) -> [Case]? {
    guard let data = try? suiteFile("mustache/\(file).json") else { return nil }
    struct File: Decodable { let tests: [Case] }
    return try? JSONDecoder().decode(File.self, from: data).tests
  }

  @Test func theSuiteIsThere() {
    let missing = Self.files.filter { Self.cases($0) == nil }
    // Inheritance is optional in the specification, and older copies lack it.
    for name in missing where name == "~inheritance" {
      Swift.print("skipped: this copy of the specification lacks \(name).json")
    }
    let needed = missing.filter { $0 != "~inheritance" }
    #expect(needed.isEmpty, "run `make suites` first: these are missing: \(needed)")
  }

  @Test(arguments: files.flatMap { cases($0) ?? [] }) func renders(_ test: Case) {
    var sources = (test.partials ?? [:]).mapValues { SourceFile(path: "partial", text: $0) }
    sources["main"] = SourceFile(path: "main", text: test.template)
    var output: [UInt8] = []
    TemplateSet.compile(sources).set.render("main", test.data.value, into: &output)
    #expect(String(decoding: output, as: UTF8.self) == test.expected)
  }
}

/// A JSON value as the specification's cases use it.
indirect enum JSON: Decodable, Sendable {
  case null, bool(Bool), text(String), list([JSON]), record([String: JSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .bool(flag)
    } else if let number = try? container.decode(Int.self) {
      self = .text(String(number))
    } else if let number = try? container.decode(Double.self) {
      self = .text(String(number))
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSON].self) {
      self = .list(list)
    } else {
      self = .record(try container.decode([String: JSON].self))
    }
  }

  var value: TemplateValue {
    switch self {
    case .null: .absent
    case .bool(let flag): .bool(flag)
    case .text(let text): .text(text)
    case .list(let list): .list(list.map(\.value))
    case .record(let fields): TemplateValue(record: fields.map { ($0.key, $0.value.value) })
    }
  }
}
