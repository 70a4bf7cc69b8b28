import CanevasSource

/// Findings in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS Standard).
///
/// Addresses of files are relative to the top of the repository, which the log calls `SRCROOT`
/// and does not name; nothing in it depends on the time or the machine.
package struct SARIFReport: Sendable {
  package init() {}

  /// Appends the report of `input`, one JSON object and a line end.
  package func write(_ input: ReportInput, to output: inout [UInt8]) {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member(
        "$schema",
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
      )
      writer.member("version", "2.1.0")
      writer.member("runs") { writer in
        writer.array([SARIFRun(input)]) { $0.run($1) }
      }
    }
    output += writer.bytes
    output.append(UInt8(ascii: "\n"))
  }
}

/// What the parts of the one run of a log refer to by their numbers.
struct SARIFRun {
  /// The name that stands for the top of the repository.
  static let root = "SRCROOT"
  let input: ReportInput
  /// The paths of the files that findings and what explains them lie in.
  let paths: [String]
  private let artifacts: [String: Int]
  private let rules: [String: Int]

  init(_ input: ReportInput) {
    self.input = input
    let places = input.diagnostics.flatMap { [$0.location] + $0.related.map(\.location) }
    paths = Set(places.map(\.path)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    artifacts = Dictionary(uniqueKeysWithValues: zip(paths, paths.indices))
    let rules = input.tool.rules
    self.rules = Dictionary(uniqueKeysWithValues: zip(rules.map(\.code), rules.indices))
  }

  /// The place of a file among the artifacts.
  func artifact(_ path: String) -> Int { artifacts[path] ?? -1 }

  /// The place of a code among the rules; a finding of another tool's code has none.
  func rule(_ code: String) -> Int? { rules[code] }

  /// How SARIF calls a severity.
  static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  /// A text as a plain message, in which brackets would make a link (section 3.11.6).
  static func message(_ text: String) -> String {
    gapless(
      text.unicodeScalars.map { scalar in
        ["\\", "[", "]"].contains(scalar) ? "\\\(scalar)" : String(scalar)
      }.joined())
  }

  /// A message in which braces would make a gap to be filled (section 3.11.5).
  static func gapless(_ message: String) -> String {
    message.unicodeScalars.map { scalar in
      ["{", "}"].contains(scalar) ? "\(scalar)\(scalar)" : String(scalar)
    }.joined()
  }
}

extension JSONWriter {
  fileprivate mutating func run(_ run: SARIFRun) {
    let language = run.input.language
    var sources = run.input.sources
    object { writer in
      writer.member("tool") { $0.object { $0.member("driver") { $0.driver(run) } } }
      writer.member("language", language.rawValue)
      writer.member("columnKind", "unicodeCodePoints")
      writer.member("newlineSequences") { $0.array(["\r\n", "\n", "\r"]) { $0.string($1) } }
      writer.member("originalUriBaseIds") { writer in
        writer.object { writer in
          writer.member(SARIFRun.root) { writer in
            writer.object { $0.message("description", Words.repositoryTop[language]) }
          }
        }
      }
      writer.member("artifacts") { writer in
        writer.array(run.paths) { writer, path in
          writer.object { writer in
            writer.member("location") { $0.artifactLocation(path, run) }
            writer.member("sourceLanguage", "markdown")
          }
        }
      }
      writer.member("results") { writer in
        writer.array(run.input.diagnostics) { $0.result($1, run, &sources) }
      }
    }
  }

  private mutating func driver(_ run: SARIFRun) {
    let tool = run.input.tool
    object { writer in
      writer.member("name", "canevas")
      writer.member("version", tool.version)
      writer.member("semanticVersion", tool.version)
      writer.member("rules") { writer in
        writer.array(tool.rules) { $0.rule($1, run.input) }
      }
    }
  }

  /// A file by its address; its number goes with it.
  mutating func artifactLocation(_ path: String, _ run: SARIFRun) {
    let path = (path, run.input.catalogue.pathInRepository(path))
    object { writer in
      writer.member("uri", percentEncoded(path.1, isPath: true))
      writer.member("uriBaseId", SARIFRun.root)
      writer.member("index", run.artifact(path.0))
    }
  }

  /// A member that is a message in plain text.
  mutating func message(_ key: String, _ text: String) {
    member(key) { $0.object { $0.member("text", SARIFRun.message(text)) } }
  }
}
